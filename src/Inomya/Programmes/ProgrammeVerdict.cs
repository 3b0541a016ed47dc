using Inomya.Analysis;
using Inomya.Series;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>What a person's own days say of a programme, some weeks after its first day.</summary>
/// <param name="Weeks">After how many weeks.</param>
/// <param name="On">The first day on which it may be told.</param>
/// <param name="Outcome">The column that is judged; null where nothing of it was recorded.</param>
/// <param name="Effect">Before and after by the method of "what helped"; null when that cannot be told.</param>
/// <param name="Why">Why it cannot; null when it can, and before <paramref name="On"/>.</param>
/// <param name="NotToldFrom">What was begun so near that either could have done it.</param>
public sealed record ProgrammeVerdict(
    int Weeks,
    LocalDate On,
    DayColumn? Outcome,
    TreatmentEffect? Effect,
    DeclineReason? Why,
    IReadOnlyList<string> NotToldFrom
)
{
    /// <summary>The draw was told at an earlier week, and is not tested again.</summary>
    public bool DrawWasTold { get; init; }

    /// <summary>
    /// The exact test by the drawn first day; null where the day was chosen, or was drawn among too few to convince.
    /// </summary>
    public StartDayResult? Draw => Effect?.StartDay is { Days: >= StartDraw.DaysToConvince } drawn ? drawn : null;

    /// <summary>A change in outcome units, after less before: by the draw where there is one, whose interval is exact.</summary>
    public double? Change => Draw?.Difference ?? Effect?.Effect;

    /// <summary>Lower end of its 95 % interval.</summary>
    public double? Lo => Draw?.Lo ?? Effect?.Lo;

    /// <summary>Upper end.</summary>
    public double? Hi => Draw?.Hi ?? Effect?.Hi;

    /// <summary>The draw leaves open what all days together show.</summary>
    public bool IsOpenByDraw => Draw is { StandsOut: false } && Verdict != Verdict.CannotTell;

    /// <summary>
    /// Where the first day was drawn and the draw shows a change, that decides; else the model of "what helped". Beside
    /// something that cannot be told from it, nothing is told.
    /// </summary>
    public Verdict Verdict =>
        Effect is null || NotToldFrom.Count > 0 ? Verdict.CannotTell
        : Draw is not { StandsOut: true } drawn ? Effect.Verdict
        : IsBetter(drawn.Difference) ? Verdict.ProbablyHelps
        : Verdict.CannotTell;

    /// <summary>The draw shows a change, and it is for the worse.</summary>
    public bool IsWorse => NotToldFrom.Count == 0 && Draw is { StandsOut: true } drawn && !IsBetter(drawn.Difference);

    private bool IsBetter(double change) =>
        Outcome!.Measure?.Better == Vocabulary.Better.Higher ? change > 0 : change < 0;
}
