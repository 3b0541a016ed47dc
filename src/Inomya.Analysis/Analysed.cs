namespace Inomya.Analysis;

/// <summary>What the engine looked at, or would have.</summary>
public enum Analysed
{
    /// <summary>The outcome itself, so everything that needs it.</summary>
    Outcome,

    /// <summary>One factor as an influence.</summary>
    Trigger,

    /// <summary>Change over time.</summary>
    Trend,

    /// <summary>The treatment's effect.</summary>
    Treatment,

    /// <summary>Lasting shifts of level.</summary>
    ChangePoints,

    /// <summary>Flare episodes by the model.</summary>
    Flares,

    /// <summary>Next-day flare probability.</summary>
    Forecast,

    /// <summary>Day-of-week pattern.</summary>
    Weekdays,

    /// <summary>Activity and payback.</summary>
    BoomAndBust,

    /// <summary>Menstrual phase.</summary>
    Cycle,
}
