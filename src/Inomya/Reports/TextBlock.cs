namespace Inomya.Reports;

public sealed record TextBlock(string Text) : ReportBlock;
