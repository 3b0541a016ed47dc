namespace Inomya.Movement;

/// <summary>What a week of a plan came to for the week after it; words: movement.decision.DECISION.</summary>
public enum WeekDecision
{
    /// <summary>More, by one step.</summary>
    StepUp,

    /// <summary>The same: a good week, and one more is wanted before a step.</summary>
    HoldForMore,

    /// <summary>The same: fewer sessions than planned.</summary>
    HoldFew,

    /// <summary>The same: sessions enough, of which the minutes were not told, which is not the same as 0.</summary>
    HoldNotTold,

    /// <summary>The same: fewer minutes than planned.</summary>
    HoldFewMinutes,

    /// <summary>The same: one session was followed by worse days.</summary>
    HoldPayback,

    /// <summary>The same: how the days after were is not known of enough sessions.</summary>
    HoldUnknown,

    /// <summary>The same: no session is recorded, which is not the same as none.</summary>
    HoldNotRecorded,

    /// <summary>The same: a flare goes on, for which there was a step down already.</summary>
    HoldFlare,

    /// <summary>The same: it is as much as the plan goes to.</summary>
    HoldTop,

    /// <summary>The same: it would be less, and it is the least that the plan goes to.</summary>
    HoldFloor,

    /// <summary>Less, after a flare began.</summary>
    DownFlare,

    /// <summary>Less: sessions of several days were followed by worse days.</summary>
    DownPayback,
}
