namespace Inomya.Journals;

/// <summary>What came of taking an archive in.</summary>
/// <param name="Rows">All that it holds.</param>
/// <param name="Changed">Facts that were corrected or taken out since, and now are here too.</param>
/// <param name="Conflicts">What is otherwise here and stays so: table and key.</param>
public sealed record ArchiveTaken(
    long Rows,
    int Added,
    int Same,
    int Changed,
    IReadOnlyList<(string Table, string Key)> Conflicts
);
