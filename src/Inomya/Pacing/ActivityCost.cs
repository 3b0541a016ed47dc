using Inomya.Journals;

namespace Inomya.Pacing;

/// <summary>What a kind of activity costs on the days after.</summary>
/// <param name="PerUnit">Summed change of the outcome over the days after, for one unit more; in outcome units.</param>
/// <param name="Days">Days that were counted.</param>
/// <param name="Clear">The interval leaves no room for no effect, also with all kinds looked at.</param>
public sealed record ActivityCost(
    ActivityKind Kind,
    double PerUnit,
    double Lo,
    double Hi,
    int FromDay,
    int ToDay,
    int Days,
    bool Clear
);
