namespace Inomya.Bench.Medicines;

/// <summary>One pair of substances that a thesaurus names, with the most severe level of the row it stands in.</summary>
internal sealed record ThesaurusPair(string First, string Second, string Level, string Row);
