namespace Inomya.Analysis;

/// <summary>What may be said of a treatment, fixed before looking.</summary>
public enum Verdict
{
    /// <summary>The data do not settle it.</summary>
    CannotTell,

    /// <summary>An improvement, by more than the minimal important change where one was given, is probable.</summary>
    ProbablyHelps,

    /// <summary>Such an improvement is improbable.</summary>
    ProbablyNot,
}

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
}

/// <summary>A randomisation test.</summary>
/// <param name="P">Two-sided: the share of shuffled orders with a difference at least as large, the actual one among them. In (0, 1].</param>
/// <param name="Difference">Mean of blocks with minus mean of blocks without, in outcome units.</param>
/// <param name="Orders">How many orders were compared.</param>
/// <param name="Exact">True when these are all orders that could have been drawn.</param>
/// <param name="SmallestPossibleP">The smallest p this design can give: above 0.05 it can never convince.</param>
public sealed record RandomisationResult(double P, double Difference, int Orders, bool Exact, double SmallestPossibleP);
