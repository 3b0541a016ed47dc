namespace Inomya.Importing;

/// <summary>One row of a mapped table, as it is written.</summary>
/// <param name="Cells">How many cells it has; fewer or more than the header it cannot be read.</param>
/// <param name="Values">The cells of the mapped columns, in their order.</param>
internal sealed record MappedRow(long Line, string Day, int Cells, string[] Values);
