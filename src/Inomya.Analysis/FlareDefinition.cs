namespace Inomya.Analysis;

/// <summary>What makes a run of days a flare.</summary>
public enum FlareDefinition
{
    /// <summary>The person's own threshold.</summary>
    Own,

    /// <summary>A model of two states, usual and flare.</summary>
    Model,
}
