namespace Inomya.Reports;

/// <summary>Lines to write on by hand.</summary>
/// <param name="Label">What they are for, for who does not see them.</param>
public sealed record LinesBlock(string Label, int Count) : ReportBlock;
