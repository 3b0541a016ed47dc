using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Findings;

/// <summary>How a measure is on a day against the person's own days before it.</summary>
/// <param name="Value">Of the day; null when it is not recorded.</param>
/// <param name="Before">The <see cref="DayRead.DaysBefore"/> days before; days without a record are left out.</param>
public sealed record UsualDay(Measure Measure, double? Value, Summary Before)
{
    /// <summary>From fewer recorded days a middle half would be chance.</summary>
    public const int FewestDays = 5;

    /// <summary>Is there a usual to be compared with?</summary>
    public bool IsKnown => Before.Recorded >= FewestDays;

    /// <summary>Where the day lies; null when it or the usual is not known.</summary>
    public Standing? Standing =>
        Value is not { } value || !IsKnown ? null
        : value < Before.Low ? SideOf(isHigher: false)
        : value > Before.High ? SideOf(isHigher: true)
        : Findings.Standing.Usual;

    /// <summary>The measures that are asked every day, in the order of the catalogue.</summary>
    /// <returns>Those that were recorded on the day or before it; none when nothing was.</returns>
    public static IReadOnlyList<UsualDay> Of(DayRead read, MeasureList measures)
    {
        if (DaySeriesReader.Of(read, measures, DayRead.DaysBefore + 1) is not { } series)
            return [];
        return
        [
            .. from measure in measures.All
            where measure.Ask == "core"
            let column = series.Columns.FirstOrDefault(c => c.Key.Measure == measure.Id && c.Key.Region is null)
            where column is not null
            select Of(measure, column.Values),
        ];
    }

    private static UsualDay Of(Measure measure, double[] values) =>
        new(measure, double.IsNaN(values[^1]) ? null : values[^1], Summary.Of(values.AsSpan(..^1)));

    private Standing SideOf(bool isHigher) =>
        Measure.Better switch
        {
            Better.Neither => isHigher ? Findings.Standing.Higher : Findings.Standing.Lower,
            Better.Higher => isHigher ? Findings.Standing.Better : Findings.Standing.Worse,
            _ => isHigher ? Findings.Standing.Worse : Findings.Standing.Better,
        };
}
