using System.Text.RegularExpressions;
using Hl7.Fhir.Model;
using Inomya.Importing;
using Inomya.Laboratory;
using NodaTime;

namespace Inomya.Fhir;

/// <summary>The laboratory's range that is of this person, in the unit of the value; none rather than another's.</summary>
/// <param name="Low">Null where the range has no lower end, or none that we can convert.</param>
internal readonly partial record struct LabRange(double? Low, double? High)
{
    /// <summary>
    /// Nothing where several ranges could be meant, where the range is for people of whom we do not know that the person
    /// is one, or in a unit that we cannot convert.
    /// </summary>
    public static LabRange Of(
        List<Observation.ReferenceRangeComponent> ranges,
        string? unit,
        LabTest? test,
        LabPerson person,
        LocalDate day,
        DecimalMarks marks
    )
    {
        var fitting = ranges.Where(r => IsNormal(r) && person.IsMeantBy(r, day)).ToList();
        // what is for some goes before what is for all
        var mostSpecial = fitting.Select(LabPerson.Conditions).DefaultIfEmpty(0).Max();
        var read = fitting
            .Where(r => LabPerson.Conditions(r) == mostSpecial)
            .Select(r => Read(r, unit, test, marks))
            .Distinct()
            .ToList();
        return read.Count == 1 ? read[0] : default;
    }

    /// <summary>Not one to be treated by, nor of something else: it says so, or nothing.</summary>
    private static bool IsNormal(Observation.ReferenceRangeComponent range) =>
        range.Type is not { } type
        || type.Coding.Exists(c => c.Code == "normal")
        || (type.Coding.Count == 0 && (type.Text is null || Normal().IsMatch(type.Text)));

    private static LabRange Read(
        Observation.ReferenceRangeComponent range,
        string? unit,
        LabTest? test,
        DecimalMarks marks
    )
    {
        if (range.Low?.Value is null && range.High?.Value is null)
            return Written(range.Text, unit, test, marks);
        var (low, high) = (In(unit, range.Low, test), In(unit, range.High, test));
        return IsWhole(low, range.Low) && IsWhole(high, range.High) ? InOrder(low, high) : default;
    }

    private static LabRange InOrder(double? low, double? high) => low > high ? default : new LabRange(low, high);

    private static LabRange Written(string? text, string? unit, LabTest? test, DecimalMarks marks) =>
        text is not null
        && RangeText.Read(text, unit, test, t => marks.Read(t) is { Refused: null, Number: var n } ? n : null)
            is { } read
            ? new LabRange(read.Low, read.High)
            : default;

    /// <summary>An end that was given must not be lost on the way.</summary>
    private static bool IsWhole(double? end, Quantity? given) => end is null == (given?.Value is null);

    [GeneratedRegex("normal|referen", RegexOptions.IgnoreCase)]
    private static partial Regex Normal();

    private static double? In(string? unit, Quantity? end, LabTest? test)
    {
        if (end?.Value is not { } value)
            return null;
        var own = LabValue.UnitOf(end);
        return own is null || own == unit
            ? (double)value
            : test?.Convert((double)value, own, unit)
                ?? LabUnits.Convert((double)value, LabUnit.Parse(own), LabUnit.Parse(unit));
    }
}
