namespace Inomya.Reports;

/// <summary>A table; the first cell of a row names it.</summary>
public sealed record TableBlock(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
    : ReportBlock
{
    /// <summary>
    /// For each row what it is about, where that has a name that may stand elsewhere too, such as a treatment.
    /// </summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
