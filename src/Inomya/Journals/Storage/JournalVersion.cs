using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

/// <summary>
/// The mark of a journal that every writing replaces, in the same transaction: it stands among the choices of the
/// person, and no page shows it.
/// </summary>
internal static class JournalVersion
{
    /// <summary>The key of its row.</summary>
    public const string Key = "version";

    private static readonly PersonQuery<Setting, Setting> Mark = new() { Where = $"key = '{Key}'" };

    /// <summary>Empty where nothing was written yet.</summary>
    public static async Task<string> OfAsync(JournalPlace place, Guid person, CancellationToken stop) =>
        (await PersonAnswers.ToAsync(place, person, Mark, [], stop)).SingleOrDefault()?.Value ?? "";

    /// <summary>
    /// Comes last in a transaction: two writers at once then wait here alone, and for no row of each other.
    /// </summary>
    public static Task NextAsync(JournalDb db, Guid person, CancellationToken stop)
    {
        object owner = db is SqliteJournalDb ? person.ToByteArray(true) : person;
        var mark = Guid.CreateVersion7().ToString("N");
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO settings (person_id, key, value) VALUES ({owner}, {Key}, {mark})
            ON CONFLICT (person_id, key) DO UPDATE SET value = excluded.value
            """,
            stop
        );
    }
}
