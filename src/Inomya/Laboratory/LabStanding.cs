using Inomya.Journals;

namespace Inomya.Laboratory;

/// <summary>Where a result stands in a range of typical values.</summary>
public enum Standing
{
    /// <summary>No range is known, or the result is a word or a limit that leaves it open.</summary>
    Unknown,
    Inside,
    Below,
    Above,
}

/// <summary>A result beside the range it is read with.</summary>
/// <param name="Low">In the unit of the result; null for no lower end.</param>
/// <param name="Library">The library's range; null when the range is the laboratory's own, or when there is none.</param>
public sealed record LabStanding(Standing Standing, double? Low, double? High, LibraryRange? Library)
{
    public bool HasRange => Low is not null || High is not null;

    /// <summary>The laboratory's own range goes first; the library's only where the laboratory gave none.</summary>
    /// <param name="test">Null where the library does not know the test.</param>
    public static LabStanding Of(LabResult result, LabTest? test, string? sex, int? age)
    {
        if (result.RangeLow is not null || result.RangeHigh is not null)
            return new(Where(result, result.RangeLow, result.RangeHigh), result.RangeLow, result.RangeHigh, null);
        if (test?.RangeFor(sex, age) is not { } range)
            return new(Standing.Unknown, null, null, null);
        var low = range.Low is { } l ? test.Convert(l, range.Unit, result.Unit) : null;
        var high = range.High is { } h ? test.Convert(h, range.Unit, result.Unit) : null;
        // a unit we cannot convert leaves the range unsaid rather than half said
        return low is null == range.Low is null && high is null == range.High is null
            ? new(Where(result, low, high), low, high, range)
            : new(Standing.Unknown, null, null, null);
    }

    private static Standing Where(LabResult result, double? low, double? high)
    {
        if (result.Value is not { } value)
            return Standing.Unknown;
        return result.Comparator switch
        {
            "<" or "<=" => low is { } l && value <= l ? Standing.Below
            : high is { } h && value <= h && low is null ? Standing.Inside
            : Standing.Unknown,
            ">" or ">=" => high is { } h && value >= h ? Standing.Above
            : low is { } l && value >= l && high is null ? Standing.Inside
            : Standing.Unknown,
            _ when value < low => Standing.Below,
            _ when value > high => Standing.Above,
            _ => Standing.Inside,
        };
    }
}
