namespace Inomya.Analysis;

/// <summary>The effect of a treatment at full dose, in outcome units.</summary>
/// <param name="Effect">With treatment minus without; for pain a negative number is an improvement.</param>
/// <param name="Lo">Lower end of the model's 95 % interval.</param>
/// <param name="Hi">Upper end of the model's 95 % interval.</param>
/// <param name="ProbabilityOfImprovement">Posterior probability that it changes the outcome for the better at all.</param>
/// <param name="ProbabilityOfImportantImprovement">
/// Posterior probability of a change for the better of at least the minimal important change; the same as the former when none was given.
/// </param>
/// <param name="Verdict">By the rule in docs/methods/treatments.md.</param>
/// <param name="DaysOff">Recorded days without the treatment that count.</param>
/// <param name="DaysOn">Recorded days with it that count; onset days are left out.</param>
public sealed record TreatmentEffect(
    double Effect,
    double Lo,
    double Hi,
    double ProbabilityOfImprovement,
    double ProbabilityOfImportantImprovement,
    Verdict Verdict,
    int DaysOff,
    int DaysOn
)
{
    /// <summary>A step or blocks.</summary>
    public TreatmentKind Kind { get; init; }

    /// <summary>The design-based test of blocks: the headline, since it assumes nothing but the shuffled order. Null for a step.</summary>
    public RandomisationResult? Randomisation { get; init; }

    /// <summary>
    /// The design-based test of a course whose first day was drawn; null where it was chosen, or where a day that could
    /// have been drawn has nothing recorded beside it.
    /// </summary>
    public StartDayResult? StartDay { get; init; }
}
