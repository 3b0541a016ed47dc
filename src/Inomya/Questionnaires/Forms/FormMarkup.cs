namespace Inomya.Questionnaires;

/// <summary>A text of a form with its layout, as it was written: whoever shows it makes it safe.</summary>
/// <param name="IsMarkdown">Otherwise it is XHTML.</param>
public sealed record FormMarkup(string Source, bool IsMarkdown);
