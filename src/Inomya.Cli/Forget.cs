using System.CommandLine;
using Inomya.Journals;

namespace Inomya.Cli;

/// <summary>inomya forget: deletes all of one person for good, once it was asked twice.</summary>
internal static class Forget
{
    private static readonly Option<string?> Code = new("--code")
    {
        Description = "The code that the first call printed; it changes with every change of the journal.",
    };

    public static Command Command()
    {
        var command = new Command(
            "forget",
            "Deletes everything of one person for good; asks first, and gives a receipt."
        )
        {
            Code,
            Output.Json,
            DataFolder.Person,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult call, CancellationToken stop)
    {
        var folder = DataFolder.Of(call);
        var place = DataFolder.PlaceOf(call);
        using var alone = place.File is null ? null : FolderLock.Take(folder);
        var journal = await DataFolder.JournalAsync(call, new HostLook(AuditAct.Changed, "everything"), stop);
        var code = await Forgetting.CodeAsync(journal, stop);
        string[] folders = [DataFolder.UploadsIn(folder), DataFolder.KeptIn(folder)];
        if (call.GetValue(Code) is not { } given)
            return Ask(place, folders, code);
        RefuseOther(given, code);
        Tell(call, await Forgetting.RunAsync(journal.Store, journal.Person.Id, folders, stop));
        return ExitCode.Done;
    }

    private static void RefuseOther(string given, string code)
    {
        if (!given.Equals(code, StringComparison.OrdinalIgnoreCase))
            throw new UsageException(
                "--code: the journal has changed since, or this is another code. Run inomya forget again."
            );
    }

    private static int Ask(JournalPlace place, string[] folders, string code)
    {
        Output.Say($"This deletes everything of this person in {place.Name} for good. Nothing was deleted yet.");
        foreach (var file in Forgetting.FilesOf(place, folders))
            Output.Say($"With it goes {file}");
        Output.Say("To keep a copy, first run: inomya export --as archive --out FILE");
        Output.Say($"To delete, run: inomya forget --code {code}");
        return ExitCode.Done;
    }

    private static void Tell(ParseResult call, Forgotten done)
    {
        var tables = done.Tables.ToDictionary(t => t.Table, t => t.Rows);
        if (call.GetValue(Output.Json))
            Output.Print(
                new
                {
                    at = done.At.ToString(),
                    tables,
                    done.Files,
                    done.Left,
                    wiped = done.IsWiped,
                }
            );
        else
            foreach (var line in Lines(done))
                Console.Out.WriteLine(line);
    }

    private static IEnumerable<string> Lines(Forgotten done) =>
        [
            $"Deleted on {done.At}: {done.Rows} rows",
            .. done.Tables.Select(t => $"  {t.Table}: {t.Rows}"),
            .. done.Files.Select(file => $"  file {file}"),
            .. done.Left.Select(file => $"Not deleted: {file}"),
            done.IsWiped
                ? "The file of the journal was written anew without it."
                : "The storage may keep traces until it writes over them.",
            "Copies, exports, backups elsewhere and links that others opened cannot be deleted from here.",
        ];
}
