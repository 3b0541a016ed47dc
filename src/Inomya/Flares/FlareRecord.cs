using Inomya.Analysis;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Flares;

/// <summary>
/// How flares look from three sides: as the person recorded them, by a definition of theirs, and by the engine's model.
/// </summary>
public static class FlareRecord
{
    /// <summary>
    /// Days from the first day of a flare to the first of two recorded days in a row near to what was usual before it.
    /// </summary>
    /// <param name="outcome">The column that is looked at.</param>
    /// <param name="first">The day of its first value.</param>
    /// <returns>
    /// Null when the usual is not known, or it was not back by the end of the record or by the next flare.
    /// </returns>
    public static int? DaysToUsual(
        Flare flare,
        DayColumn outcome,
        LocalDate first,
        LocalDate? nextFlare,
        FlareRules rules
    )
    {
        var start = Period.DaysBetween(first, flare.Start);
        if (start < 0 || start >= outcome.Values.Length)
            return null;
        var before = Summary.Of(outcome.Values.AsSpan(Math.Max(0, start - rules.UsualDays)..start));
        if (before.Recorded < rules.UsualRecorded)
            return null;
        var end = nextFlare is { } next
            ? Math.Min(outcome.Values.Length, Period.DaysBetween(first, next))
            : outcome.Values.Length;
        var sign = outcome.Measure?.Better == Better.Higher ? -1 : 1;
        var near = rules.NearShare * Span(outcome);
        int inRow = 0,
            back = -1;
        for (var day = start + 1; day < end; day++)
        {
            if (double.IsNaN(outcome.Values[day]))
                continue;
            var usual = sign * (outcome.Values[day] - before.Middle) <= near;
            if (!usual)
                (inRow, back) = (0, -1);
            else if (inRow++ == 0)
                back = day;
            if (inRow >= rules.BackDays)
                return back - start;
        }
        return null;
    }

    /// <summary>
    /// Thresholds to start from: a rule of thumb above the usual day, and what three of four days of the model's flares
    /// reach.
    /// </summary>
    public static (double? AboveUsual, double? ByModel) Suggestions(FindingReport report, FlareRules rules)
    {
        var (outcome, higherIsWorse) = (report.Outcome, report.Roles.HigherIsWorse);
        var all = Summary.Of(outcome.Values);
        if (all.Recorded < rules.UsualRecorded)
            return (null, null);
        var step = rules.AboveUsualShare * Span(outcome);
        double[] inFlares =
        [
            .. ByModel(report)
                .SelectMany(f =>
                    outcome.Values[(f.FromDay - report.First.ToEpochDay())..(f.ToDay - report.First.ToEpochDay() + 1)]
                ),
        ];
        var model = Summary.Of(inFlares);
        return (
            Math.Round(all.Middle + (higherIsWorse ? step : -step), 1),
            model.Recorded == 0 ? null : Math.Round(higherIsWorse ? model.Low : model.High, 1)
        );
    }

    public static IReadOnlyList<Episode> ByModel(FindingReport report) =>
        [.. report.Result.Flares.Where(f => f.Definition == FlareDefinition.Model)];

    private static double Span(DayColumn outcome) =>
        (outcome.Key.Scale ?? outcome.Measure?.Scale) is { } scale ? scale.Top - scale.Low
        : Summary.Of(outcome.Values) is var s ? 2 * (s.High - s.Low)
        : 0;
}
