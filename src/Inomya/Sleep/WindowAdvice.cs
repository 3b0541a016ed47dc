namespace Inomya.Sleep;

/// <summary>What the rules say of a sleep window today: the last part of the locale key sleep.advice.ADVICE.</summary>
public enum WindowAdvice
{
    /// <summary>A question that is asked before a window says no.</summary>
    Closed,

    /// <summary>A question was not answered yet, or too long ago.</summary>
    Unanswered,

    /// <summary>The weekly question about nodding off by day is due.</summary>
    AskSleepy,

    /// <summary>It waits while a flare goes on.</summary>
    InFlare,

    /// <summary>Too few nights of diary to begin with.</summary>
    DiaryFirst,

    /// <summary>Most of the time in bed is slept: there is nothing to shorten.</summary>
    NotNeeded,

    /// <summary>The time in bed is as short as a window may be.</summary>
    AlreadyShort,

    /// <summary>A first window can be set.</summary>
    Start,

    /// <summary>The last change is too few days ago.</summary>
    TooSoon,

    /// <summary>A window was ended too few days ago for another one.</summary>
    EndedLately,

    /// <summary>Too few of the nights since then count, outside a flare and within the window.</summary>
    TooFewNights,

    /// <summary>In between: it stays.</summary>
    Keep,

    /// <summary>It would grow and be longer than it is made here.</summary>
    AtCeiling,

    /// <summary>There is none, and as long as the mean sleep it would be longer than it is made here.</summary>
    LongSleep,

    /// <summary>It would shrink and is at the floor.</summary>
    AtFloor,

    /// <summary>It would shrink and is as long as the mean sleep of the diary.</summary>
    AtSleep,

    Longer,
    Shorter,
}
