namespace Inomya.Bench.Medicines;

/// <summary>One pair of substances that a thesaurus names, with the most severe level of the row it stands in.</summary>
/// <param name="IsOfOneLevel">Whether the row gives no other level, for some dose or use.</param>
internal sealed record ThesaurusPair(string First, string Second, string Level, string Row, bool IsOfOneLevel);
