namespace Inomya.Reports;

/// <summary>A body shaded by region.</summary>
/// <param name="Share">By region id, 0 to 1.</param>
public sealed record PlacesBlock(string Title, string Summary, IReadOnlyDictionary<string, double> Share) : ReportBlock;
