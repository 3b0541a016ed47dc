namespace Inomya.Vocabulary;

/// <summary>A code of a published code system for the same thing, such as LOINC 72514-3.</summary>
/// <param name="System">"loinc", "snomed" or "healthkit".</param>
/// <param name="Verified">True when the code was looked up in its system; false ones are never exported.</param>
public sealed record Coding(string System, string Code, bool Verified);
