using Inomya.Journals;

namespace Inomya.Laboratory;

/// <summary>A result beside the range it is read with.</summary>
/// <param name="Low">In the unit of the result; null for no lower end.</param>
/// <param name="Library">
/// The library's range; null when the range is the laboratory's own, or when there is none.
/// </param>
public sealed record LabStanding(RangeStanding Standing, double? Low, double? High, LibraryRange? Library)
{
    private static readonly LabStanding None = new(RangeStanding.Unknown, null, null, null);

    public bool HasRange => Low is not null || High is not null;

    /// <summary>How old the person was on the day of a result, as exactly as the year of birth allows.</summary>
    public static int? AgeAt(Person person, LabResult result) =>
        person.BirthYear is { } born ? result.Day.Year - born : null;

    /// <summary>The laboratory's own range goes first; the library's only where the laboratory gave none.</summary>
    /// <remarks>
    /// While sex or age are not known, the range told is the widest of those that can be the person's, and only what
    /// lies the same in all of them is said.
    /// </remarks>
    /// <param name="test">Null where the library does not know the test.</param>
    public static LabStanding Of(LabResult result, LabTest? test, string? sex, int? age)
    {
        if (result.RangeLow is not null || result.RangeHigh is not null)
            return InOwnRange(result);
        var ranges = test?.RangesFor(sex, age).Select(r => InUnitOf(result, test, r)).ToList() ?? [];
        // a unit we cannot convert leaves the range unsaid rather than half said
        return ranges.Count == 0 || ranges.Contains(null) ? None : Among(result, [.. ranges.OfType<Ends>()]);
    }

    private static LabStanding InOwnRange(LabResult result) =>
        new(Where(result, result.RangeLow, result.RangeHigh), result.RangeLow, result.RangeHigh, null);

    private static LabStanding Among(LabResult result, List<Ends> ranges)
    {
        var standings = ranges.Select(r => Where(result, r.Low, r.High)).Distinct().ToList();
        return new(
            standings.Count == 1 ? standings[0] : RangeStanding.Unknown,
            ranges.Exists(r => r.Low is null) ? null : ranges.Min(r => r.Low),
            ranges.Exists(r => r.High is null) ? null : ranges.Max(r => r.High),
            ranges[0].Of
        );
    }

    private static Ends? InUnitOf(LabResult result, LabTest test, LibraryRange range)
    {
        var low = range.Low is { } l ? test.Convert(l, range.Unit, result.Unit) : null;
        var high = range.High is { } h ? test.Convert(h, range.Unit, result.Unit) : null;
        return low is null == range.Low is null && high is null == range.High is null ? new(low, high, range) : null;
    }

    private static RangeStanding Where(LabResult result, double? low, double? high)
    {
        if (result.Value is not { } value)
            return RangeStanding.Unknown;
        return result.Comparator switch
        {
            "<" when value == low => RangeStanding.Below,
            "<" or "<=" => WhereAtMost(value, low, high),
            ">" when value == high => RangeStanding.Above,
            ">" or ">=" => WhereAtLeast(value, low, high),
            _ when value < low => RangeStanding.Below,
            _ when value > high => RangeStanding.Above,
            _ => RangeStanding.Inside,
        };
    }

    /// <summary>"At most 12" can be 12, which is inside a range from 12 on; "less than 12" cannot.</summary>
    private static RangeStanding WhereAtMost(double value, double? low, double? high)
    {
        if (value < low)
            return RangeStanding.Below;
        return value <= high && low is null ? RangeStanding.Inside : RangeStanding.Unknown;
    }

    private static RangeStanding WhereAtLeast(double value, double? low, double? high)
    {
        if (value > high)
            return RangeStanding.Above;
        return value >= low && high is null ? RangeStanding.Inside : RangeStanding.Unknown;
    }

    private sealed record Ends(double? Low, double? High, LibraryRange Of);
}
