namespace Inomya.Questionnaires;

/// <param name="Place">The link id, or "file".</param>
/// <param name="Key">
/// other-language: an expression that is not FHIRPath; options-elsewhere: the options are not in the file, the person
/// writes.
/// </param>
public sealed record FormNotice(string Place, string Key);
