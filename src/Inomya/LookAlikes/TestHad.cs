using Inomya.Journals;

namespace Inomya.LookAlikes;

/// <summary>A test that the person had.</summary>
/// <param name="When">As exactly as it is known: 2019, 2019-03 or 2019-03-14; null when not known.</param>
/// <param name="Result">What came out, as recorded.</param>
/// <param name="Mark">
/// The mark it comes from; null when it comes from the laboratory, an examination, the story or a questionnaire.
/// </param>
/// <param name="Lab">The result of a laboratory; then <paramref name="Result"/> is null.</param>
public sealed record TestHad(string? When, string? Result, Mark? Mark = null, LabResult? Lab = null);
