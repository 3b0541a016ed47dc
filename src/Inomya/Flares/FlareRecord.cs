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
        if (start < 0 || start >= outcome.Values.Length || UsualBefore(start, outcome, rules) is not { } usual)
            return null;
        var end = nextFlare is { } next ? Period.DaysBetween(first, next) : outcome.Values.Length;
        var sign = outcome.Measure?.Better == Better.Higher ? -1 : 1;
        var near = rules.NearShare * Span(outcome);
        return FirstInRow(rules.BackDays, RecordedBetween(start, end, outcome), v => sign * (v - usual) <= near)
            - start;
    }

    /// <summary>Were the last recorded days of a flare near to what was usual before it, so that it may be over?</summary>
    /// <returns>False when the usual is not known, or too few days of the flare are recorded.</returns>
    public static bool MayBeOver(Flare flare, DayColumn outcome, LocalDate first, FlareRules rules)
    {
        var start = Period.DaysBetween(first, flare.Start);
        if (start < 0 || start >= outcome.Values.Length || UsualBefore(start, outcome, rules) is not { } usual)
            return false;
        var last = RecordedBetween(start, outcome.Values.Length, outcome).TakeLast(rules.BackDays).ToList();
        var sign = outcome.Measure?.Better == Better.Higher ? -1 : 1;
        return last.Count == rules.BackDays
            && last.All(d => sign * (d.Value - usual) <= rules.NearShare * Span(outcome));
    }

    private static double? UsualBefore(int start, DayColumn outcome, FlareRules rules)
    {
        var before = Summary.Of(outcome.Values.AsSpan(Math.Max(0, start - rules.UsualDays)..start));
        return before.Recorded < rules.UsualRecorded ? null : before.Middle;
    }

    private static IEnumerable<(int Day, double Value)> RecordedBetween(int after, int before, DayColumn outcome) =>
        outcome
            .Values.Select((value, day) => (Day: day, Value: value))
            .Where(d => d.Day > after && d.Day < before && !double.IsNaN(d.Value));

    /// <summary>The first of so many in a row that fit; null when there are never so many.</summary>
    private static int? FirstInRow(int length, IEnumerable<(int Day, double Value)> days, Func<double, bool> fits)
    {
        int inRow = 0,
            first = -1;
        foreach (var (day, value) in days)
        {
            if (!fits(value))
                (inRow, first) = (0, -1);
            else if (inRow++ == 0)
                first = day;
            if (inRow >= length)
                return first;
        }
        return null;
    }

    /// <summary>
    /// Thresholds to start    /// <summary>
    /// Thresholds to start from: a rule of thumb above the usual day, and what three of four days of the model's flares
    /// reach.
    /// </summary>
    public static (double? AboveUsual, double? ByModel) Suggestions(FindingReport report, FlareRules rules)
    {
        var all = Summary.Of(report.Outcome.Values);
        return all.Recorded < rules.UsualRecorded
            ? (null, null)
            : (AboveUsual(all.Middle, report, rules), ReachedInFlares(report));
    }

    private static double AboveUsual(double usual, FindingReport report, FlareRules rules)
    {
        var step = rules.AboveUsualShare * Span(report.Outcome);
        return Math.Round(usual + (report.Roles.HigherIsWorse ? step : -step), 1);
    }

    private static double? ReachedInFlares(FindingReport report)
    {
        var model = Summary.Of([.. ByModel(report).SelectMany(f => ValuesIn(f, report))]);
        return model.Recorded == 0 ? null : Math.Round(report.Roles.HigherIsWorse ? model.Low : model.High, 1);
    }

    private static double[] ValuesIn(Episode flare, FindingReport report)
    {
        var first = report.First.ToEpochDay();
        return report.Outcome.Values[(flare.FromDay - first)..(flare.ToDay - first + 1)];
    }

    public static IReadOnlyList<Episode> ByModel(FindingReport report) =>
        [.. report.Result.Flares.Where(f => f.Definition == FlareDefinition.Model)];

    private static double Span(DayColumn outcome) =>
        (outcome.Key.Scale ?? outcome.Measure?.Scale) is { } scale ? scale.Top - scale.Low
        : Summary.Of(outcome.Values) is var s ? 2 * (s.High - s.Low)
        : 0;
}
