namespace Inomya.Analysis;

/// <summary>Everything the engine found, and what it looked at and did not find.</summary>
public sealed record AnalysisResult
{
    /// <summary>The engine's version: same table, roles and version give the same numbers.</summary>
    public string EngineVersion { get; init; } = Engine.Version;

    /// <summary>Calendar days from the first to the last row.</summary>
    public int Days { get; init; }

    /// <summary>Days on which the outcome was recorded.</summary>
    public int Recorded { get; init; }

    /// <summary>Every factor at every delay tested, in the order of the roles, then by lag.</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>Change over the whole record; null when declined.</summary>
    public TrendEstimate? Trend { get; init; }

    /// <summary>What was asked and not answered.</summary>
    public IReadOnlyList<Declined> Declined { get; init; } = [];
}
