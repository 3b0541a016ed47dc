namespace Inomya.Reports;

/// <summary>Names and what they are, such as "Age: 43".</summary>
public sealed record FactsBlock(IReadOnlyList<(string Name, string Value)> Facts) : ReportBlock;
