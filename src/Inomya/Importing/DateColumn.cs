namespace Inomya.Importing;

/// <param name="Column">The column that holds the day.</param>
/// <param name="Format">As .NET writes it, such as "yyyy-MM-dd"; null to find out.</param>
public sealed record DateColumn(string Column, string? Format = null);
