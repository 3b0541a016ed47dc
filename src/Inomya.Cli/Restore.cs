using System.CommandLine;
using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Cli;

/// <summary>inomya restore: puts a backup back.</summary>
internal static class Restore
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "A backup." };
    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = "Put aside the journal that is there; it is kept.",
    };

    public static Command Command()
    {
        var command = new Command("restore", "Puts a backup back into the data folder.")
        {
            File,
            Replace,
            Output.Json,
            BackupKeys.PassphraseFile,
            BackupKeys.KeyFile,
        };
        command.SetAction(
            (call, stop) =>
            {
                var words = new Words(new ContentFolder());
                return Backup.TellAsync(words, () => RestoreAsync(call, call.GetValue(File)!.FullName, words, stop));
            }
        );
        return command;
    }

    private static async Task RestoreAsync(ParseResult call, string file, Words words, CancellationToken stop)
    {
        var kind = Journals.Backup.KeyKindOf(file);
        var key = BackupKeys.ForOld(call, kind, words);
        var place = DataFolder.PlaceOf(call);
        var (manifest, old) = await Journals.Backup.RestoreAsync(
            file,
            key,
            place,
            DataFolder.Of(call),
            SystemClock.Instance,
            call.GetValue(Replace) ? SystemClock.Instance.GetCurrentInstant() : null,
            stop: stop
        );
        if (old is not null)
            Output.Say($"The journal that was here is kept: {old}");
        Backup.Print(
            call,
            $"{place.Name}: {manifest.Rows} rows in {manifest.Tables.Count} tables, as of {manifest.MadeAt}",
            Restored(file, place, old, kind, manifest)
        );
    }

    private static object Restored(
        string file,
        JournalPlace into,
        string? old,
        BackupKeyKind kind,
        BackupManifest manifest
    ) =>
        new
        {
            file,
            into = into.Name,
            old,
            key = Backup.Name(kind),
            manifest.MadeAt,
            manifest.Rows,
            tables = Backup.Tables(manifest),
        };
}
