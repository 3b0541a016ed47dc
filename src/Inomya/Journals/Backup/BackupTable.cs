namespace Inomya.Journals;

/// <summary>How many rows a table has and what is in them.</summary>
/// <param name="Hash">The sum of the SHA-256 of every row, so that the order of the rows does not matter.</param>
public sealed record BackupTable(string Table, long Rows, string Hash);
