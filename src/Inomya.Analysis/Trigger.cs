namespace Inomya.Analysis;

/// <summary>One factor at one delay, selected or not.</summary>
/// <param name="Factor">The factor's column.</param>
/// <param name="Lag">Days from the factor to the outcome; 0 is the same day.</param>
/// <param name="Sign">+1 when more of it goes with a higher outcome, -1 with a lower one.</param>
/// <param name="Effect">
/// Change of the outcome, in its own unit: of yes against no for a yes/no factor, of one standard deviation more of
/// recorded values otherwise; everything else in the model held fixed.
/// </param>
/// <param name="Lo">Lower end of the 95 % interval; -infinity where the data say nothing.</param>
/// <param name="Hi">Upper end of the 95 % interval; +infinity where the data say nothing.</param>
/// <param name="P">Two-sided p of no effect, given the other selected factors.</param>
/// <param name="Q">The p adjusted for every factor and lag tested (false discovery rate).</param>
/// <param name="Probability">Posterior probability that this factor acts at this delay.</param>
/// <param name="FactorProbability">Posterior probability that this factor acts at any delay tested.</param>
/// <param name="Selected">True when it is reported as a finding.</param>
/// <param name="Strength">In three steps; <see cref="Strength.None"/> when not selected.</param>
/// <param name="DaysCounted">
/// Days on which the outcome was recorded and so was the factor, that many days before.
/// </param>
public sealed record Trigger(
    string Factor,
    int Lag,
    int Sign,
    double Effect,
    double Lo,
    double Hi,
    double P,
    double Q,
    double Probability,
    double FactorProbability,
    bool Selected,
    Strength Strength,
    int DaysCounted
)
{
    /// <summary>What the factor holds; tells the unit of <see cref="Effect"/>.</summary>
    public FactorKind Kind { get; init; }

    /// <summary>
    /// True when <see cref="Effect"/> compares yes with no; false when it is for one standard deviation.
    /// </summary>
    public bool PerOccurrence { get; init; }

    /// <summary>How sure it is that this very delay is one; a factor may be surer than any of its delays.</summary>
    public Strength DelayStrength { get; init; }

    /// <summary>The standard deviation of the recorded values, in the factor's unit.</summary>
    public double FactorSpread { get; init; }
}
