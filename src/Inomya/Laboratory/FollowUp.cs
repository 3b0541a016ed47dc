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
