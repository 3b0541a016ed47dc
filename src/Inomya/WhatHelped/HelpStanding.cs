namespace Inomya.WhatHelped;

/// <summary>Whether before and after may be compared.</summary>
public enum HelpStanding
{
    Told,

    /// <summary>It could not have worked yet.</summary>
    TooEarly,

    /// <summary>Taken when it is bad: days with it are worse days by themselves.</summary>
    AsNeeded,

    /// <summary>Something else was on and off on nearly the same days.</summary>
    NotAlone,
}
