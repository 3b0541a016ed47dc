namespace Inomya.Analysis;

/// <summary>Probability that a day reaches the flare threshold, from earlier days only.</summary>
/// <param name="Day">Days since 1970-01-01. The last one may be the day after the record ends.</param>
/// <param name="P">0..1.</param>
public sealed record FlareProbability(int Day, double P);

/// <summary>How the forecast did on the person's own past, each day forecast from the days before it.</summary>
/// <param name="Days">Days forecast that were then recorded.</param>
/// <param name="Events">Of these, days that reached the threshold.</param>
/// <param name="Brier">Mean squared error of the probabilities; 0 is perfect.</param>
/// <param name="BaseRateBrier">The same for always saying the share of such days so far.</param>
/// <param name="Skill">1 - Brier / BaseRateBrier: above 0 it is better than the base rate.</param>
/// <param name="SkillLo">Lower end of a one-sided 80 % interval of the skill, by blocks of days.</param>
/// <param name="CalibrationError">Mean gap between what was said and what happened, by tenths; 0 is perfect.</param>
/// <param name="SwitchedOn">False when it did not beat the base rate: then do not show it.</param>
/// <param name="Reliability">Of each tenth of probability that was ever said: what was said and what happened.</param>
public sealed record ForecastQuality(
    int Days,
    int Events,
    double Brier,
    double BaseRateBrier,
    double Skill,
    double SkillLo,
    double CalibrationError,
    bool SwitchedOn,
    IReadOnlyList<ReliabilityBin> Reliability
);

/// <summary>One point of a reliability curve.</summary>
/// <param name="Said">Mean probability said.</param>
/// <param name="Happened">Share of days on which it happened.</param>
/// <param name="Days">How many days.</param>
public sealed record ReliabilityBin(double Said, double Happened, int Days)
{
    private const double TwoSided95 = 1.959964;

    /// <summary>Lower end of the 95 % interval of <see cref="Happened"/>: Wilson (1927), J. Am. Stat. Assoc. 22(158), 209-212, doi:10.1080/01621459.1927.10502953.</summary>
    public double Lo => Middle - Half;

    /// <summary>Upper end of that interval.</summary>
    public double Hi => Middle + Half;

    private double Weight => 1 + TwoSided95 * TwoSided95 / Days;

    private double Middle => (Happened + TwoSided95 * TwoSided95 / (2 * Days)) / Weight;

    private double Half =>
        TwoSided95
        * Math.Sqrt(Happened * (1 - Happened) / Days + TwoSided95 * TwoSided95 / (4.0 * Days * Days))
        / Weight;
}
