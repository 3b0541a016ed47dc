namespace Inomya.Analysis;

/// <summary>A randomisation test.</summary>
/// <param name="P">Two-sided: the share of shuffled orders with a difference at least as large, the actual one among them. In (0, 1].</param>
/// <param name="Difference">Mean of blocks with minus mean of blocks without, in outcome units.</param>
/// <param name="Orders">How many orders were compared.</param>
/// <param name="Exact">True when these are all orders that could have been drawn.</param>
/// <param name="SmallestPossibleP">The smallest p this design can give: above 0.05 it can never convince.</param>
public sealed record RandomisationResult(double P, double Difference, int Orders, bool Exact, double SmallestPossibleP);
