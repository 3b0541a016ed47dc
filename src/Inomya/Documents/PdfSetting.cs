namespace Inomya.Documents;

/// <summary>How a report is set on pages.</summary>
/// <param name="Size">1 for usual.</param>
/// <param name="Breaks">Sections that begin a page do.</param>
internal sealed record PdfSetting(double Size, bool Breaks);
