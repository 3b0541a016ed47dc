using Inomya.Analysis;

namespace Inomya.Findings;

/// <summary>What is asked of the engine beyond what it always looks at.</summary>
public sealed record FindingQuestion
{
    /// <summary>The person's own definition; used where it is about the outcome at hand.</summary>
    public OwnFlare? Flare { get; init; }

    /// <summary>
    /// Shape (days of the series): 1 on days of a treatment that began once and was kept, 0 before; null asks nothing.
    /// </summary>
    public double[]? Kept { get; init; }

    /// <summary>Courses to be judged together.</summary>
    public IReadOnlyList<TreatmentCourse> Courses { get; init; } = [];

    /// <summary>Nothing but the courses is asked; what else the engine looks at is not worked out.</summary>
    public bool OnlyCourses { get; init; }

    /// <summary>The smallest change that matters, in outcome units; null compares with none.</summary>
    public double? MinimalChange { get; init; }
}
