using Inomya.Journals;

namespace Inomya.History;

/// <summary>A part of a history.</summary>
/// <param name="Sentences">In the person's words, each with the time it is about.</param>
public sealed record HistorySection(HistoryKind Kind, string Heading, IReadOnlyList<string> Sentences);
