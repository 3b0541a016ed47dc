namespace Inomya.Medicines;

/// <summary>What a rule rests on.</summary>
/// <param name="Sources">Citations, in full.</param>
/// <param name="Verified">
/// True only when the statement was seen in a copy of a source. False: shown as not yet checked, never as fact.
/// </param>
/// <param name="ByMaker">Who sells what was studied ran one of the studies; told beside every figure from it.</param>
public sealed record Basis(IReadOnlyList<string> Sources, bool Verified, bool ByMaker = false);
