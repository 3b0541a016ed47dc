namespace Inomya.Analysis;

/// <summary>What the search over all readings and models found.</summary>
/// <param name="Tally">Averages over readings and models, by position among all candidates.</param>
/// <param name="Best">The most probable reading.</param>
/// <param name="Effects">Of every candidate, given the other members of the best model.</param>
/// <param name="Degrees">Of freedom of their errors.</param>
internal sealed record SearchResult(ModelTally Tally, Reading Best, (double B, double Error)[] Effects, double Degrees);
