namespace Inomya.Journals;

/// <summary>One file of an archive, as its manifest names it.</summary>
/// <param name="Rows">Rows of a table; null for what is none.</param>
/// <param name="Sha256">In hexadecimal.</param>
public sealed record ArchiveFile(string Name, long? Rows, string Sha256);
