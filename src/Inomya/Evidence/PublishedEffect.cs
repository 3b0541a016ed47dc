using Inomya.Medicines;

namespace Inomya.Evidence;

/// <summary>
/// A published effect. Which numbers there are depends on <paramref name="Key"/>; the sentence is treatment.effect.KEY.
/// </summary>
/// <param name="With">How many of <paramref name="Per"/> had the outcome with the treatment.</param>
/// <param name="Without">How many of <paramref name="Per"/> had it without.</param>
/// <param name="Change">A difference on the scale that the sentence names.</param>
/// <param name="Low">Lower end of its 95 % interval, or of the range given.</param>
/// <param name="High">Upper end.</param>
public sealed record PublishedEffect(
    string Key,
    double? With,
    double? Without,
    int? Per,
    double? Change,
    double? Low,
    double? High,
    Certainty Certainty,
    Basis Basis
);
