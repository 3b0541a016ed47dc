namespace Inomya.Reports;

/// <summary>A table; the first cell of a row names it.</summary>
public sealed record TableBlock(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
    : ReportBlock;
