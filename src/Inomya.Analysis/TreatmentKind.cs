namespace Inomya.Analysis;

/// <summary>How a treatment was given.</summary>
public enum TreatmentKind
{
    /// <summary>Started on a day and kept.</summary>
    Step,

    /// <summary>Switched on and off by blocks of days, best in random order (an N-of-1 trial).</summary>
    Blocks,
}
