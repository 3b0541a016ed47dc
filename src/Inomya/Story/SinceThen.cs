using Inomya.Analysis;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Story;

/// <summary>Some days, such as those since a visit, beside as many just before them.</summary>
/// <param name="Before">The first day before; null where nothing was recorded before.</param>
/// <param name="Flares">How many began in the days, and before.</param>
/// <param name="LostWork">Hours of work lost that were noted; null where none was.</param>
public sealed record SinceThen(
    LocalDate From,
    LocalDate To,
    LocalDate? Before,
    IReadOnlyList<SinceRow> Rows,
    (int Before, int Now) Flares,
    (double? Before, double? Now) LostWork
)
{
    /// <param name="measures">Looked at beside the outcome, which is the first.</param>
    /// <param name="high">What is called high, by name of the column.</param>
    public static SinceThen Of(
        PersonStory story,
        IEnumerable<Cost> costs,
        LocalDate from,
        LocalDate to,
        IEnumerable<string> measures,
        IReadOnlyDictionary<string, double> high
    )
    {
        var series = story.Findings.Series;
        var before = LocalDate.Max(from.PlusDays(Period.DaysBetween(to, from) - 1), series.First);
        var columns = measures.Select(series.Find).Prepend(story.Findings.Outcome).OfType<DayColumn>().Distinct();
        var lost = costs.Where(c => c.Kind == CostKind.LostWork && c.Hours > 0).ToList();
        return new SinceThen(
            from,
            to,
            before < from ? before : null,
            [.. columns.Select(c => RowOf(story.Findings, c, before, from, to, HighOf(c, high)))],
            (Begun(before, from.PlusDays(-1)), Begun(from, to)),
            (Hours(before, from.PlusDays(-1)), Hours(from, to))
        );

        int Begun(LocalDate first, LocalDate last) => story.Flares.Count(f => f.Start >= first && f.Start <= last);

        double? Hours(LocalDate first, LocalDate last) =>
            lost.Where(c => c.Day >= first && c.Day <= last).Select(c => c.Hours).ToList() is { Count: > 0 } inside
                ? inside.Sum()
                : null;
    }

    /// <summary>What is high is said of the usual scale alone.</summary>
    private static double? HighOf(DayColumn column, IReadOnlyDictionary<string, double> high) =>
        column.Key is { Region: null, Scale: null } && high.TryGetValue(column.Key.Name, out var from) ? from : null;

    private static SinceRow RowOf(
        FindingReport findings,
        DayColumn column,
        LocalDate before,
        LocalDate from,
        LocalDate to,
        double? high
    )
    {
        var (first, start, end) = (Slot(before), Slot(from), Math.Min(Slot(to), findings.Series.Days - 1));
        var (then, now, bound) = ThenAndNow.Around(
            column.Values,
            findings.TicksOf(column),
            findings.IsWorseHigher(column),
            first,
            start,
            end
        );
        return new SinceRow(column, Of(then, first, start - 1), Of(now, start, end), bound);

        int Slot(LocalDate day) => Period.DaysBetween(findings.Series.First, day);

        Stretch? Of(RecordEnd? recorded, int a, int b) =>
            recorded is null ? null : StretchOf(recorded, column, Numbers(column, a, b), high);
    }

    private static double[] Numbers(DayColumn column, int from, int to) =>
        [.. column.Values.Skip(Math.Max(0, from)).Take(to - Math.Max(0, from) + 1).Where(v => !double.IsNaN(v))];

    private static Stretch StretchOf(RecordEnd recorded, DayColumn column, double[] numbers, double? high) =>
        new(recorded, WorstOf(column, numbers), high is { } bound ? numbers.Count(v => v >= bound) : null);

    private static double? WorstOf(DayColumn column, double[] numbers) =>
        numbers.Length == 0
            ? null
            : column.Measure?.Better switch
            {
                Better.Lower => numbers.Max(),
                Better.Higher => numbers.Min(),
                _ => null,
            };
}
