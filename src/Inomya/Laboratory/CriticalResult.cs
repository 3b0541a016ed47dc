using Inomya.Journals;

namespace Inomya.Laboratory;

/// <summary>What became of a critical result, as far as the journal knows.</summary>
public enum FollowUp
{
    /// <summary>It is new: what its level says counts.</summary>
    New,

    /// <summary>It is older, and no later result of the test is on record: nobody may have looked.</summary>
    NoneKnown,

    /// <summary>The test was done again later: that result speaks now.</summary>
    DoneAgain,
}

/// <summary>A result beyond a limit from which laboratories phone it through.</summary>
/// <param name="Soon">How soon it needs to be seen now; null where a later result took its place.</param>
public sealed record CriticalResult(
    LabResult Result,
    LabTest Test,
    CriticalLimit Limit,
    FollowUp FollowUp,
    HowSoon? Soon
);
