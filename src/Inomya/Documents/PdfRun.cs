namespace Inomya.Documents;

/// <summary>Letters of one face beside each other.</summary>
/// <param name="Width">In points.</param>
internal sealed record PdfRun(string Text, string Face, double Width);
