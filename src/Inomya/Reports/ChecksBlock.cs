namespace Inomya.Reports;

/// <summary>Boxes to tick by hand, each with its words.</summary>
/// <param name="Label">What they are about.</param>
public sealed record ChecksBlock(string Label, IReadOnlyList<string> Items) : ReportBlock;
