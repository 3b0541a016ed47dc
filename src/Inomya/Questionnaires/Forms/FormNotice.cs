namespace Inomya.Questionnaires;

/// <param name="Place">The link id, or "file".</param>
/// <param name="Key">
/// other-language: an expression that is not FHIRPath; options-elsewhere: the options are not in the file, the person
/// writes; not-answered-here: it asks for a file or for a record of another system; pattern: a pattern for answers that
/// cannot be read.
/// </param>
public sealed record FormNotice(string Place, string Key);
