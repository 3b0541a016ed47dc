namespace Inomya.Analysis;

/// <summary>What a look at a paired experiment decides.</summary>
public enum SequentialDecision
{
    /// <summary>Neither limit is met and pairs are left.</summary>
    GoOn,

    /// <summary>Beyond the limit, and an improvement that matters is more probable than not.</summary>
    Helps,

    /// <summary>Beyond the limit the other way.</summary>
    Worse,

    /// <summary>A change that matters is improbable.</summary>
    NothingThatMatters,

    /// <summary>All pairs are over and none of these is met.</summary>
    Open,
}
