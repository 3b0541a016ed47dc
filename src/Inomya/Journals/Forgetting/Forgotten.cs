using NodaTime;

namespace Inomya.Journals;

/// <summary>The receipt of a deletion: what went, and what could not.</summary>
/// <param name="Tables">Rows that were deleted, by table; one with none is not there.</param>
/// <param name="Files">Files that were deleted, by name.</param>
/// <param name="Left">Files here that may hold something of the person and stay, since they are other people's too, or could not be deleted.</param>
/// <param name="IsWiped">
/// The bytes are gone from the file of the journal. False where a database server keeps it, or another program has the
/// file open.
/// </param>
public sealed record Forgotten(
    Instant At,
    IReadOnlyList<(string Table, long Rows)> Tables,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Left,
    bool IsWiped
)
{
    public long Rows => Tables.Sum(t => t.Rows);
}
