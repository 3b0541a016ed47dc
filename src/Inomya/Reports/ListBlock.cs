namespace Inomya.Reports;

public sealed record ListBlock(IReadOnlyList<string> Items) : ReportBlock;
