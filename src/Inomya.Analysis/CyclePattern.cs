namespace Inomya.Analysis;

/// <summary>A repeating pattern.</summary>
/// <param name="P">That all parts are alike.</param>
/// <param name="Parts">Every part with a record, in order.</param>
public sealed record CyclePattern(double P, IReadOnlyList<PartOfCycle> Parts);
