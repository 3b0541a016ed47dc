using Inomya.Analysis;
using Inomya.Content;
using Inomya.Series;
using NodaTime;

namespace Inomya.Findings;

/// <summary>
/// What can be told of the first weeks: how the days were, and what will be known when. No effect of anything: before
/// 33 days no way of estimating one did better than silence; see docs/methods/triggers.md.
/// </summary>
public sealed class EarlyDays(Words words, FindingReport report)
{
    /// <summary>From fewer recorded days even a middle would be chance.</summary>
    private const int FewestForMiddle = 5;

    /// <summary>From so many recorded days on it is told between which values they lay.</summary>
    public const int FewestForRange = 3;

    /// <summary>Days named as the best or the worst; the last ones, when more are alike.</summary>
    private const int DaysNamed = 3;

    private double[] Values => report.Outcome.Values;

    /// <summary>
    /// Between which values the days lay, from the fifth on level and spread; then the best and the worst days. Empty
    /// while there are too few to tell.
    /// </summary>
    public IReadOnlyList<string> SoFar =>
        Summary.Of(Values) switch
        {
            { Recorded: < FewestForRange } => [],
            { Recorded: < FewestForMiddle } => [RangeOf(report.Outcome), .. BestAndWorst, .. Others],
            var summary => [LevelOf(summary), .. BestAndWorst, .. Others],
        };

    /// <summary>Between which values the other daily ratings lay, each from the third recorded day on.</summary>
    private IEnumerable<string> Others =>
        report
            .Series.Columns.Where(c => c != report.Outcome && c.Key.Region is null && c.Measure?.Ask == "core")
            .Where(c => c.Recorded >= FewestForRange)
            .Select(RangeOf);

    private string RangeOf(DayColumn column) =>
        words[
            "findings.early.range",
            ("measure", words.NameOf(column)),
            ("low", AmountOf(column, column.Values.Where(v => !double.IsNaN(v)).Min())),
            ("high", AmountOf(column, column.Values.Where(v => !double.IsNaN(v)).Max())),
            ("days", column.Recorded)
        ];

    private string AmountOf(DayColumn column, double value) =>
        column.Measure is { Scale: null } measure ? words.AmountOf(value, measure.Unit) : words.Number(value);

    private string[] BestAndWorst
    {
        get
        {
            double lowest = Recorded.Min(d => d.Value),
                highest = Recorded.Max(d => d.Value);
            if (lowest == highest)
                return [];
            var (best, worst) = report.Roles.HigherIsWorse ? (lowest, highest) : (highest, lowest);
            return [Named("best", best), Named("worst", worst)];
        }
    }

    /// <summary>
    /// From how many recorded days on what can be told: each thing that is not there yet, the soonest first.
    /// </summary>
    /// <param name="daysForTest">Recorded days that a self-experiment needs before it can be planned.</param>
    public IReadOnlyList<string> Ahead(int daysForTest) =>
        [
            .. new[]
            {
                (What: "test", Days: daysForTest),
                (What: "links", Days: Engine.FewestDays),
                (What: "forecast", Days: Engine.FewestDaysForForecast),
                (What: "changes", Days: Engine.FewestDaysForChanges),
            }
                .Where(a => a.Days > report.Outcome.Recorded)
                .OrderBy(a => a.Days)
                .Select(a => AheadIn(a.What, a.Days)),
        ];

    private string AheadIn(string what, int days) =>
        words[$"findings.early.ahead.{what}", ("days", days), ("more", days - report.Outcome.Recorded)];

    private string LevelOf(Summary summary) =>
        words[
            "findings.early.level",
            ("measure", words.NameOf(report.Outcome)),
            ("middle", summary.Middle),
            ("low", summary.Low),
            ("high", summary.High),
            ("days", summary.Recorded)
        ];

    private IEnumerable<(LocalDate Day, double Value)> Recorded =>
        Values.Select((v, t) => (report.First.PlusDays(t), v)).Where(d => !double.IsNaN(d.v));

    private string Named(string kind, double value)
    {
        var days = Recorded.Where(d => d.Value == value).Select(d => d.Day).ToList();
        return words[
            $"findings.early.{kind}{(days.Count == 1 ? "-once" : "")}",
            ("value", value),
            ("days", days.Count),
            ("named", string.Join(", ", days.TakeLast(DaysNamed).Select(words.ShortDay)))
        ];
    }
}
