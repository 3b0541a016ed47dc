namespace Inomya.Analysis;

/// <summary>Probability that a day reaches the flare threshold, from earlier days only.</summary>
/// <param name="Day">Days since 1970-01-01. The last one may be the day after the record ends.</param>
/// <param name="P">0..1.</param>
public sealed record FlareProbability(int Day, double P);
