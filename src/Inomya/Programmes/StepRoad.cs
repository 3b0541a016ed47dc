namespace Inomya.Programmes;

/// <summary>On which road a step lies.</summary>
public enum StepRoad
{
    /// <summary>On both: the core alone is a whole programme.</summary>
    Core,

    /// <summary>On the full road only; "long" in content.</summary>
    FullOnly,

    /// <summary>In the weeks after, on both.</summary>
    Upkeep,

    /// <summary>Offered some weeks after the end.</summary>
    Booster,
}
