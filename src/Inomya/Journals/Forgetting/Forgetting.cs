using System.Security.Cryptography;
using System.Text;

namespace Inomya.Journals;

/// <summary>Deletes all of one person for good: rows, what the file keeps of deleted rows, uploads, old journals and backups in the folder.</summary>
public static class Forgetting
{
    private const int CodeLetters = 8;

    private const string About = ".json";

    /// <summary>
    /// What must be said again to delete: another after each change of the record, so that nobody deletes what they did not look at.
    /// </summary>
    public static async Task<string> CodeAsync(Journal journal, CancellationToken stop = default)
    {
        var last = await journal.ChangesAsync(most: 1, stop: stop);
        var seen = $"{journal.Person.Id} {(last is [var change] ? change.Id : null)}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seen)))[..CodeLetters];
    }

    /// <param name="folders">Where files wait or are kept that were sent in; one that is not there is passed over.</param>
    public static async Task<Forgotten> RunAsync(
        JournalStore store,
        Guid person,
        IReadOnlyList<string?>? folders = null,
        CancellationToken stop = default
    )
    {
        var rows = await store.RemovePersonAsync(person, stop);
        // from here on nothing is called off: half of it is deleted
        var isLast = (await store.PeopleAsync(CancellationToken.None)).Count == 0;
        var (files, left) = Delete([.. FilesOf(store.Place, folders ?? [])], file => isLast || IsOf(person, file));
        var isWiped = await store.WipeAsync(CancellationToken.None);
        return new Forgotten(store.Now(), [.. rows.Where(r => r.Rows > 0)], files, left, isWiped);
    }

    /// <summary>Files that wait or are kept, and beside the journal: journals that a restore put aside, backups, and the note of the last one.</summary>
    public static IEnumerable<string> FilesOf(JournalPlace place, IReadOnlyList<string?> folders)
    {
        var sent = folders
            .Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f!, "*", SearchOption.AllDirectories));
        return place.File is { } journal ? Beside(Path.GetFullPath(journal)).Concat(sent) : sent;
    }

    private static IEnumerable<string> Beside(string journal)
    {
        var own = JournalPlace.FilesOf(journal);
        return Directory
            .EnumerateFiles(Path.GetDirectoryName(journal)!)
            .Where(f => !own.Contains(f) && IsOurs(f, journal));
    }

    /// <summary>What is written beside a file that is kept says whose it is.</summary>
    private static bool IsOf(Guid person, string file)
    {
        var about = file.EndsWith(About, StringComparison.Ordinal) ? file : file + About;
        try
        {
            return File.Exists(about)
                && File.ReadAllText(about).Contains($"{person}", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsOurs(string file, string journal) =>
        Path.GetFileName(file).StartsWith($"{Path.GetFileName(journal)}.", StringComparison.Ordinal)
        || Path.GetFileName(file) == LastBackup.FileName
        || IsBackup(file);

    private static bool IsBackup(string file)
    {
        try
        {
            Backup.KeyKindOf(file);
            return true;
        }
        catch (BackupException e)
        {
            return e.Why == "newer";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static (List<string> Deleted, List<string> Left) Delete(
        IReadOnlyList<string> files,
        Func<string, bool> isTheirs
    )
    {
        var (deleted, left) = (new List<string>(), new List<string>());
        // whose a file is stands in another one that goes too
        foreach (var (file, goes) in files.Select(f => (f, isTheirs(f))).ToList())
            (goes && IsDeleted(file) ? deleted : left).Add(Path.GetFileName(file));
        return (deleted, left);
    }

    private static bool IsDeleted(string file)
    {
        try
        {
            File.Delete(file);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
