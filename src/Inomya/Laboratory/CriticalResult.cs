using Inomya.Journals;

namespace Inomya.Laboratory;

/// <summary>A result beyond a limit from which laboratories phone it through.</summary>
/// <param name="Soon">How soon it needs to be seen now; null where a later result took its place.</param>
public sealed record CriticalResult(
    LabResult Result,
    LabTest Test,
    CriticalLimit Limit,
    FollowUp FollowUp,
    HowSoon? Soon
);
