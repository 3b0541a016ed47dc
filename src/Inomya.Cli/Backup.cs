using System.CommandLine;
using Inomya.Backups;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Web.Backups;
using NodaTime;

namespace Inomya.Cli;

/// <summary>inomya backup: one encrypted file of the whole journal; inomya backup verify and drill: does one open, and does it show what the journal shows?</summary>
internal static class Backup
{
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "The file to write." };
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "A backup." };

    public static Command Command()
    {
        var command = new Command("backup", "Writes one encrypted file of the whole journal.")
        {
            Out,
            DataFolder.Person,
            Output.Json,
            BackupKeys.PassphraseFile,
            BackupKeys.KeyFile,
            Verify(),
            Drill(),
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult call, CancellationToken stop)
    {
        var words = new Words(new ContentFolder());
        var file = call.GetValue(Out) ?? throw new UsageException("Say where to write it: --out FILE.");
        return TellAsync(words, () => WriteAsync(call, file, words, stop));
    }

    private static async Task WriteAsync(ParseResult call, FileInfo file, Words words, CancellationToken stop)
    {
        var place = PlaceWithJournal(call);
        var person = await OfAsync(call, place, stop);
        var key = BackupKeys.ForNew(call, words);
        var folder = DataFolder.Of(call);
        var manifest = await Journals.Backup.WriteAsync(
            place,
            file.FullName,
            key,
            folder,
            SystemClock.Instance,
            person,
            stop
        );
        await LastBackup.WriteAsync(folder, SystemClock.Instance.GetCurrentInstant(), stop);
        Print(call, $"{file.FullName}: {manifest.Rows} rows, encrypted", Written(file, key, manifest));
    }

    /// <summary>
    /// Whose backup it is; null for everyone's. On a server it is noted in each of them that the host took a copy.
    /// </summary>
    private static async Task<Guid?> OfAsync(ParseResult call, JournalPlace place, CancellationToken stop)
    {
        if (place.File is not null && DataFolder.NameIn(call) is null)
            return null; // one file as it is, also when part of it cannot be read
        var store = await DataFolder.OpenAsync(call, stop);
        var people = await store.PeopleAsync(stop);
        var chosen = DataFolder.NameIn(call) is null ? null : DataFolder.ChosenOf(call, people);
        foreach (var one in people.Where(p => chosen is null || p == chosen))
            await new HostLook(AuditAct.Copied, "everything").NoteAsync(await store.OfAsync(one.Id, stop));
        return chosen?.Id;
    }

    private static JournalPlace PlaceWithJournal(ParseResult call)
    {
        var place = DataFolder.PlaceOf(call);
        return place.File is not { } journal || System.IO.File.Exists(journal)
            ? place
            : throw new BackupException("no-journal");
    }

    private static object Written(FileInfo file, BackupKey key, BackupManifest manifest) =>
        new
        {
            file = file.FullName,
            bytes = new FileInfo(file.FullName).Length,
            key = Name(key.Kind),
            manifest.MadeAt,
            manifest.Rows,
            tables = Tables(manifest),
        };

    /// <summary>Runs the work of a backup command; what went wrong with the backup is said in plain words.</summary>
    public static async Task<int> TellAsync(Words words, Func<Task> work)
    {
        try
        {
            await work();
            return ExitCode.Done;
        }
        catch (BackupException e)
        {
            throw new JournalStorageException(words[$"backup.{e.Why}"], e);
        }
    }

    public static void Print(ParseResult call, string line, object document)
    {
        if (call.GetValue(Output.Json))
            Output.Print(document);
        else
            Console.Out.WriteLine(line);
    }

    /// <summary>The tables of a backup as the JSON has them.</summary>
    public static object Tables(BackupManifest manifest) => manifest.Tables.Select(t => new { t.Table, t.Rows });

    public static string Name(BackupKeyKind kind) => kind == BackupKeyKind.Passphrase ? "passphrase" : "recovery-key";

    private static Command Verify()
    {
        var command = new Command("verify", "Restores a backup to a temporary place and compares every table.")
        {
            File,
            Output.Json,
            BackupKeys.PassphraseFile,
            BackupKeys.KeyFile,
        };
        command.SetAction(
            (call, stop) =>
            {
                var words = new Words(new ContentFolder());
                return TellAsync(words, () => VerifyAsync(call, call.GetValue(File)!.FullName, words, stop));
            }
        );
        return command;
    }

    private static async Task VerifyAsync(ParseResult call, string file, Words words, CancellationToken stop)
    {
        var kind = Journals.Backup.KeyKindOf(file);
        var key = BackupKeys.ForOld(call, kind, words);
        var manifest = await Journals.Backup.VerifyAsync(file, key, DataFolder.Of(call), stop);
        Print(
            call,
            $"{file}: whole; {manifest.Rows} rows in {manifest.Tables.Count} tables, made {manifest.MadeAt}",
            Verified(file, kind, manifest)
        );
    }

    private static object Verified(string file, BackupKeyKind kind, BackupManifest manifest) =>
        new
        {
            file,
            whole = true,
            key = Name(kind),
            manifest.MadeAt,
            manifest.Rows,
            tables = Tables(manifest),
        };

    private static Command Drill()
    {
        var command = new Command("drill", "Starts a second Inomya on a backup and compares it with the journal.")
        {
            File,
            Output.Json,
            BackupKeys.PassphraseFile,
            BackupKeys.KeyFile,
        };
        command.SetAction(async (call, stop) => await DrillAsync(call, call.GetValue(File)!.FullName, stop));
        return command;
    }

    private static async Task<int> DrillAsync(ParseResult call, string file, CancellationToken stop)
    {
        var words = new Words(new ContentFolder());
        DrillResult? result = null;
        await TellAsync(words, async () =>
        {
            var place = PlaceWithJournal(call);
            var key = BackupKeys.ForOld(call, Journals.Backup.KeyKindOf(file), words);
            using var drill = BackupDrill.In(DataFolder.Of(call));
            result = await drill.RunAsync(file, key, place, SystemClock.Instance, stop);
        });
        Print(call, LineOf(file, result!), Tried(file, result!));
        return result!.Passed ? ExitCode.Done : ExitCode.Unreadable;
    }

    private static string LineOf(string file, DrillResult drill) =>
        $"{file}: {(drill.Passed ? "passed" : "NOT PASSED")}; {drill.Pages} of {drill.OfPages} pages and {drill.Counts} of {drill.OfCounts} counts are the same, made {drill.MadeAt}"
        + (drill.Passed ? "" : $"; different: {string.Join(", ", drill.Different)}");

    private static object Tried(string file, DrillResult drill) =>
        new
        {
            file,
            drill.Passed,
            drill.MadeAt,
            drill.Pages,
            drill.OfPages,
            drill.Counts,
            drill.OfCounts,
            drill.Different,
        };
}
