namespace Inomya.Analysis;

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
