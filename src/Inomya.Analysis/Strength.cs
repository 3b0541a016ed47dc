namespace Inomya.Analysis;

/// <summary>How sure a selected finding is; three steps, and none.</summary>
public enum Strength
{
    /// <summary>Not selected.</summary>
    None,

    /// <summary>More likely than not: a probability from 0.55.</summary>
    Hint,

    /// <summary>Likely: from 0.85.</summary>
    Likely,

    /// <summary>Hard to explain otherwise: from 0.97.</summary>
    Clear,
}
