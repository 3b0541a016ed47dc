namespace Inomya.Analysis;

/// <summary>One course of a treatment: when it was taken, and how fast it can work.</summary>
/// <param name="Name">Tells it from the others.</param>
/// <param name="FirstDay">Days since 1970-01-01.</param>
/// <param name="LastDay">The last day it was taken; null: still taken.</param>
public sealed record TreatmentCourse(string Name, int FirstDay, int? LastDay)
{
    /// <summary>
    /// Days until it may work in full at the latest; null: not known, then six weeks are allowed for.
    /// </summary>
    public int? FullAfterDays { get; init; }

    /// <summary>
    /// How its first day was drawn by chance; null where it was chosen. Counts only where <see cref="FirstDay"/> is the
    /// day drawn.
    /// </summary>
    public StartDraw? Draw { get; init; }

    /// <summary>Doses in order of time; empty, or none recorded: one dose throughout.</summary>
    public IReadOnlyList<CourseDose> Doses { get; init; } = [];
}
