namespace Inomya.Documents;

/// <summary>A line of text as it is drawn.</summary>
internal sealed record PdfLine(IReadOnlyList<PdfRun> Runs)
{
    /// <summary>In points.</summary>
    public double Width => Runs.Sum(r => r.Width);
}
