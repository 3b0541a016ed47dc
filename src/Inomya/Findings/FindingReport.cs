using Inomya.Analysis;
using Inomya.Series;
using NodaTime;

namespace Inomya.Findings;

/// <summary>What the journal says about one outcome: what was found, what was looked at and not found, and what cannot be told yet.</summary>
/// <param name="Outcome">The column that is explained.</param>
/// <param name="Series">The table it was read from.</param>
/// <param name="Roles">What each column was taken for.</param>
/// <param name="Result">The numbers.</param>
public sealed record FindingReport(DayColumn Outcome, DaySeries Series, Roles Roles, AnalysisResult Result)
{
    /// <summary>Hours of the day, from several ratings a day; null with too few of them.</summary>
    public CyclePattern? Hours { get; init; }

    /// <summary>What was found, one a factor: its strongest delay; the surest first.</summary>
    public IReadOnlyList<Trigger> Found =>
        [
            .. Result
                .Triggers.Where(t => t.Selected)
                .GroupBy(t => t.Factor)
                .Select(f => f.MaxBy(t => (t.Probability, Math.Abs(t.Effect)))!)
                .OrderByDescending(t => t.Strength)
                .ThenByDescending(t => Math.Abs(t.Effect)),
        ];

    /// <summary>
    /// Factors that made no difference worth knowing: tested, not found, and the intervals exclude it. In the order of the table.
    /// A factor is in exactly one of <see cref="Found"/>, this and <see cref="CannotTell"/>.
    /// </summary>
    public IReadOnlyList<string> NoDifference =>
        [.. Tested.Except(Result.Triggers.Where(t => t.Selected).Select(t => t.Factor)).Except(CannotTell)];

    /// <summary>Factors that were tested and of which it cannot be told yet.</summary>
    public IReadOnlyList<string> CannotTell =>
        [
            .. Result
                .Declined.Where(d => d is { What: Analysed.Trigger, Reason: DeclineReason.CannotTellYet })
                .Select(d => d.Name)
                .OfType<string>(),
        ];

    private IEnumerable<string> Tested => Result.Triggers.Select(t => t.Factor).Distinct();

    /// <summary>Pairs of factor and delay that were tested: what the false discovery rate is controlled over.</summary>
    public int PairsTested => Result.Triggers.Count;

    /// <summary>How many more days of the outcome are needed before anything can be said; 0 when there are enough.</summary>
    public int DaysStillNeeded =>
        Result.Declined.FirstOrDefault(d => d is { What: Analysed.Outcome, Reason: DeclineReason.TooFewDays })
            is { Have: { } have, Need: { } need }
            ? need - have
            : 0;

    /// <summary>The share of days from the first to the last on which the outcome was recorded, 0 to 1.</summary>
    public double Coverage => (double)Outcome.Recorded / Series.Days;

    public LocalDate First => Series.First;
    public LocalDate Last => Series.Last;
}
