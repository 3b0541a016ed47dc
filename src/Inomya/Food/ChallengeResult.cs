namespace Inomya.Food;

/// <summary>One challenge of a food trial.</summary>
/// <param name="Number">From 1.</param>
/// <param name="WorseBy">
/// Mean of its days minus that of the days before without it, turned so that above 0 is worse, in outcome units; NaN
/// where it does not count.
/// </param>
/// <param name="IsWorse">Null where it does not count: too few days recorded, or not done as planned.</param>
public sealed record ChallengeResult(int Number, double WorseBy, bool? IsWorse);
