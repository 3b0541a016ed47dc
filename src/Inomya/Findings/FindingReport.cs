using Inomya.Analysis;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Findings;

/// <summary>
/// What the journal says about one outcome: what was found, what was looked at and not found, and what cannot be told
/// yet.
/// </summary>
/// <param name="Outcome">The column that is explained.</param>
/// <param name="Series">The table it was read from.</param>
/// <param name="Roles">What each column was taken for.</param>
/// <param name="Result">The numbers.</param>
public sealed record FindingReport(DayColumn Outcome, DaySeries Series, Roles Roles, AnalysisResult Result)
{
    /// <summary>Hours of the day, from several ratings a day; null with too few of them.</summary>
    public CyclePattern? Hours { get; init; }

    /// <summary>
    /// Of persons with nothing at all a hint comes to 9 in 100 at 90 days. So a hint from a short record needs more to
    /// be told; see docs/methods/triggers.md.
    /// </summary>
    private const int ShortRecord = 120;
    private const double HintOfShortRecord = 0.8;

    /// <summary>
    /// A less probable lasting change is not told: it costs hardly a true one and halves the false ones.
    /// </summary>
    private const double ToldChange = 0.85;

    /// <summary>Levels that lie at a limit are at it, whatever their last digit.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Recorded days whose mean is a level. Ours: four weeks and a bit, so that weekdays level out.</summary>
    private const int LevelDays = 30;

    /// <summary>
    /// What was said of a table that is no journal, its columns by their names; null where the outcome is not in it.
    /// </summary>
    public static FindingReport? Of(DailyTable table, Roles roles, AnalysisResult result)
    {
        var columns = table.Names.Select((name, i) => new DayColumn(new ColumnName(name), null, table.Columns[i]));
        var first = Epoch.ToLocalDate(table.Days.Count > 0 ? table.Days[0] : 0);
        var series = new DaySeries(first, table.Days.Count, [.. columns]);
        return series.Find(roles.Outcome) is { } outcome ? new FindingReport(outcome, series, roles, result) : null;
    }

    /// <summary>What was found, one a factor: its strongest delay; the surest first.</summary>
    public IReadOnlyList<Trigger> Found => [.. Strongest.Where(t => !IsTooWeak(t))];

    /// <summary>Hints that so short a record cannot carry, one a factor; among <see cref="CannotTell"/>.</summary>
    public IReadOnlyList<Trigger> TooWeak => [.. Strongest.Where(IsTooWeak)];

    /// <summary>Found, and days before the outcome.</summary>
    public IReadOnlyList<Trigger> ComesBefore => [.. Found.Where(t => t.Lag > 0)];

    /// <summary>Found on the same day: which way, or whether a third thing moves both, nobody knows.</summary>
    public IReadOnlyList<Trigger> SameDay => [.. Found.Where(t => t.Lag == 0)];

    /// <summary>Other delays of a found factor that are clear by themselves.</summary>
    public IReadOnlyList<Trigger> OtherDelays(Trigger found) =>
        [
            .. Result.Triggers.Where(t =>
                t.Factor == found.Factor && t.Lag != found.Lag && t.DelayStrength == Strength.Clear
            ),
        ];

    /// <summary>Pairs of found same-day factors that may both come from one thing that was not recorded.</summary>
    public IReadOnlyList<SharedCause> SharedCauses =>
        [.. Result.SharedCauses.Where(s => IsSameDay(s.First) && IsSameDay(s.Second))];

    /// <summary>Lasting changes that are probable enough to be told.</summary>
    public IReadOnlyList<ChangePoint> Changes => [.. Result.ChangePoints.Where(c => c.Probability >= ToldChange)];

    /// <summary>The first and the last recorded days of the outcome; null while there are too few of them.</summary>
    public ThenAndNow? ThenAndNow => ThenAndNowOf(Outcome);

    /// <summary>The same of another column, by its own good side.</summary>
    public ThenAndNow? ThenAndNowOf(DayColumn column) =>
        Analysis.ThenAndNow.Of(column.Values, TicksOf(column), IsWorseHigher(column));

    /// <summary>A column with the days that were called bad in, as the findings count them.</summary>
    public CountedDays Counted(DayColumn column) =>
        CountedDays.Of(column.Values, TicksOf(column), IsWorseHigher(column));

    /// <summary>Days called bad, which say something of the outcome alone; null for any other column.</summary>
    internal double[]? TicksOf(DayColumn column) =>
        column == Outcome ? Series.Find(JournalFindings.BadDay)?.Values : null;

    internal bool IsWorseHigher(DayColumn column) =>
        column == Outcome ? Roles.HigherIsWorse : column.Measure?.Better != Better.Higher;

    /// <summary>
    /// Is the level at the end of the record still on the side of the change, by at least half of it?
    /// </summary>
    /// <returns>
    /// Null where that is open: nothing is recorded on a side, or it hangs on days that were called bad without a number.
    /// </returns>
    public bool? Stayed(ChangePoint change)
    {
        var from = Math.Clamp(change.Day - Series.First.ToEpochDay(), 0, Series.Days);
        var rated = Stayed(change, Level(0, from), Level(from, Series.Days));
        var filled = Stayed(change, FilledLevel(0, from), FilledLevel(from, Series.Days));
        return rated == filled ? rated : null;
    }

    private static bool? Stayed(ChangePoint change, double? before, double? end) =>
        before is { } was && end is { } now
            ? (now - was) * Math.Sign(change.Jump) >= Math.Abs(change.Jump) / 2 - Rounding
            : null;

    /// <summary>Mean of the last <see cref="LevelDays"/> days with a number of a stretch; null where there are none.</summary>
    private double? Level(int from, int to)
    {
        var values = Outcome.Values[from..to].Where(v => !double.IsNaN(v)).TakeLast(LevelDays).ToList();
        return values.Count == 0 ? null : values.Average();
    }

    /// <summary>The same with the days that were called bad, each as what is to be expected of it.</summary>
    private double? FilledLevel(int from, int to)
    {
        var ticks = TicksOf(Outcome);
        int[] days =
        [
            .. Enumerable
                .Range(from, to - from)
                .Where(t => !double.IsNaN(Outcome.Values[t]) || ticks?[t] == 1)
                .TakeLast(LevelDays),
        ];
        return days.Length == 0
            ? null
            : Analysis
                .ThenAndNow.Around(Outcome.Values, ticks, Roles.HigherIsWorse, days[0], days[0], days[^1])
                .Now?.Mean;
    }

    private IEnumerable<Trigger> Strongest =>
        Result
            .Triggers.Where(t => t.Selected)
            .GroupBy(t => t.Factor)
            .Select(f => f.MaxBy(t => (t.Probability, Math.Abs(t.Effect)))!)
            .OrderByDescending(t => t.Strength)
            .ThenByDescending(t => Math.Abs(t.Effect));

    private static bool IsTooWeak(Trigger t) =>
        t.Strength == Strength.Hint && t.DaysCounted < ShortRecord && t.FactorProbability < HintOfShortRecord;

    private bool IsSameDay(string factor) => SameDay.Any(t => t.Factor == factor);

    /// <summary>
    /// Factors that made no difference worth knowing: tested, not found, and the intervals exclude it. In the order of
    /// the table. A factor is in exactly one of <see cref="Found"/>, this and <see cref="CannotTell"/>.
    /// </summary>
    public IReadOnlyList<string> NoDifference =>
        [.. Tested.Except(Result.Triggers.Where(t => t.Selected).Select(t => t.Factor)).Except(CannotTell)];

    /// <summary>Factors that were tested and of which it cannot be told yet.</summary>
    public IReadOnlyList<string> CannotTell =>
        [
            .. Result
                .Declined.Where(d => d is { What: Analysed.Trigger, Reason: DeclineReason.CannotTellYet })
                .Select(d => d.Name)
                .OfType<string>()
                .Concat(TooWeak.Select(t => t.Factor)),
        ];

    /// <summary>Factors that were tested, at whatever delays.</summary>
    public int FactorsTested => Tested.Count();

    private IEnumerable<string> Tested => Result.Triggers.Select(t => t.Factor).Distinct();

    /// <summary>Pairs of factor and delay that were tested: what the false discovery rate is controlled over.</summary>
    public int PairsTested => Result.Triggers.Count;

    /// <summary>
    /// How many more days of the outcome are needed before anything can be said; 0 when there are enough.
    /// </summary>
    public int DaysStillNeeded =>
        Result.Declined.FirstOrDefault(d => d.What == Analysed.Outcome) switch
        {
            { Reason: DeclineReason.TooFewDays, Have: { } have, Need: { } need } => need - have,
            // days that were all the same say so first; they are too few all the same
            not null => Math.Max(0, Engine.FewestDays - Result.Recorded),
            null => 0,
        };

    /// <summary>The share of days from the first to the last on which the outcome was recorded, 0 to 1.</summary>
    public double Coverage => (double)Outcome.Recorded / Series.Days;

    public LocalDate First => Series.First;
    public LocalDate Last => Series.Last;
}
