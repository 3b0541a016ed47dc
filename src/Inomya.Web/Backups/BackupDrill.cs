using System.Text.RegularExpressions;
using Inomya.Backups;
using Inomya.Journals;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Backups;

/// <summary>
/// The drill: a backup is put back into a scratch folder, a second server is started on it, and what it shows is compared
/// with the running journal as it was when the backup was made.
/// </summary>
public sealed partial class BackupDrill : IDisposable
{
    private const string FolderName = "drill";

    /// <summary>One or more of each place; each reads other tables.</summary>
    internal static readonly string[] Pages =
    [
        "/",
        "/journal",
        "/relieve",
        "/understand",
        "/care",
        "/days",
        "/findings",
        "/long-view",
        "/report",
        "/treatments",
        "/what-helped",
        "/medicines",
        "/doses",
        "/questionnaires",
        "/flares",
        "/history",
        "/costs",
        "/sleep",
        "/programmes",
        "/visit",
    ];

    private readonly FileStream _lock;
    private readonly string _dataFolder,
        _scratch;

    private BackupDrill(string dataFolder, FileStream held)
    {
        (_dataFolder, _lock) = (dataFolder, held);
        _scratch = Path.Combine(dataFolder, FolderName);
        PrivateFile.CreateFolder(_scratch);
    }

    /// <summary>To be disposed: then nothing of it is left.</summary>
    /// <exception cref="BackupException">"under-way": another drill is.</exception>
    public static BackupDrill In(string dataFolder)
    {
        if (Hold(dataFolder) is not { } held)
            throw new BackupException("under-way");
        Clear(dataFolder);
        return new BackupDrill(dataFolder, held);
    }

    /// <summary>Removes what a drill left that was killed; one that is under way stays.</summary>
    public static void ClearLeft(string dataFolder)
    {
        if (!Directory.Exists(Path.Combine(dataFolder, FolderName)) || Hold(dataFolder) is not { } held)
            return;
        using (held)
            Clear(dataFolder);
    }

    /// <summary>Where a copy may be brought for the drill.</summary>
    public string PathOf(string name) => Path.Combine(_scratch, name);

    /// <summary>How it went, which is written down in the data folder too.</summary>
    /// <exception cref="BackupException">The backup does not open.</exception>
    public async Task<DrillResult> RunAsync(
        string file,
        BackupKey key,
        JournalPlace running,
        IClock clock,
        CancellationToken stop = default
    )
    {
        var restored = JournalPlace.InFolder(PathOf("restored"));
        var (manifest, _) = await Backup.RestoreAsync(file, key, restored, PathOf("work"), clock, stop: stop);
        var asItWas = JournalPlace.InFolder(PathOf("running"));
        await JournalAsOf.WriteAsync(running, restored.File!, asItWas.File!, stop);
        var madeAt = InstantPattern.General.Parse(manifest.MadeAt) is { Success: true, Value: var at }
            ? at
            : clock.GetCurrentInstant();
        var counts = DifferentCounts(restored.File!, asItWas.File!);
        var pages = await DifferentPagesAsync(restored, asItWas, madeAt, stop);
        var result = new DrillResult(
            clock.GetCurrentInstant(),
            madeAt,
            Path.GetFileName(file),
            Pages.Length - pages.Count,
            Pages.Length,
            CountsIn(restored) - counts.Count,
            CountsIn(restored),
            [.. counts, .. pages]
        );
        (BackupLog.Read(_dataFolder) with { Drill = result }).Write(_dataFolder);
        restored.Close();
        asItWas.Close();
        return result;
    }

    public void Dispose()
    {
        Clear(_dataFolder);
        _lock.Dispose();
    }

    private static int CountsIn(JournalPlace place) => JournalAsOf.Counts(place.File!).Count;

    private static List<string> DifferentCounts(string restored, string asItWas) =>
        [.. JournalAsOf.Counts(restored).Except(JournalAsOf.Counts(asItWas)).Select(c => c.Name)];

    private async Task<List<string>> DifferentPagesAsync(
        JournalPlace restored,
        JournalPlace asItWas,
        Instant at,
        CancellationToken stop
    )
    {
        var store = await JournalStore.OpenAsync(restored, new StandingClock(at), stop);
        if (await store.PeopleAsync(stop) is not [var person, ..])
            return [.. Pages];
        await using var there = await DrillServer.StartAsync(restored, person.Id, at, _scratch, stop);
        await using var here = await DrillServer.StartAsync(asItWas, person.Id, at, _scratch, stop);
        var different = new List<string>();
        foreach (var page in Pages)
            if (!Same(await there.PageAsync(page, stop), await here.PageAsync(page, stop)))
                different.Add(page);
        return different;
    }

    /// <summary>A page that neither server can show is not the same: it shows nothing.</summary>
    private static bool Same(string? one, string? other) =>
        one is not null && other is not null && Hidden().Replace(one, "") == Hidden().Replace(other, "");

    /// <summary>Hidden fields are new in each answer, and nobody reads them.</summary>
    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    private static FileStream? Hold(string dataFolder)
    {
        try
        {
            return new FileStream(
                Path.Combine(dataFolder, $"{FolderName}.lock"),
                FileMode.OpenOrCreate,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Clear(string dataFolder)
    {
        var scratch = Path.Combine(dataFolder, FolderName);
        if (Directory.Exists(scratch))
            Directory.Delete(scratch, recursive: true);
    }
}
