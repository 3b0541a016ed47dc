using Inomya.Journals;

namespace Inomya.Treatments;

/// <summary>What is taken when needed, and how often it was on the day.</summary>
/// <param name="Taken">Those of the day, in order.</param>
public sealed record NeededOfDay(Course Course, Treatment Treatment, IReadOnlyList<Intake> Taken);
