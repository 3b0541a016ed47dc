using System.CommandLine;
using System.Diagnostics;
using System.Runtime;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Laboratory;
using Spectre.Console;

namespace Inomya.Cli;

/// <summary>inomya import: takes files into the journal, each all or nothing.</summary>
internal static class Import
{
    private const int MostTold = 50;

    private static readonly Argument<FileInfo[]> Files = new("FILE") { Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> As = new("--as")
    {
        Description =
            $"The format: {string.Join(", ", ImportFile.Formats.Concat(FileImporter.RecordFormats))}. Recognised where it is left out.",
    };
    private static readonly Option<string?> Select = new("--select")
    {
        Description = "Which person of a file that holds several.",
    };
    private static readonly Option<string?> Zone = new("--zone")
    {
        Description = "The IANA zone of a journal that starts with this file.",
    };
    private static readonly Option<FileInfo?> Map = new("--map")
    {
        Description = "What the columns of a table mean, as JSON.",
    };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would be done." };

    public static Command Command()
    {
        var command = new Command("import", "Takes files into the journal.")
        {
            Files,
            As,
            Select,
            Zone,
            Map,
            DryRun,
            Output.Json,
            DataFolder.Person,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult call, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        // collects what is not needed any more at once and not beside the work: less memory, and nobody waits for a page
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        var importer = await ImporterAsync(call, stop);
        var done = await ImportAsync(importer, call.GetValue(Files)!, stop);
        Print(call, done, watch.Elapsed);
        return done.Any(f => f.Refused.Count > 0) ? ExitCode.SomeRefused : ExitCode.Done;
    }

    private static async Task<FileImporter> ImporterAsync(ParseResult call, CancellationToken stop)
    {
        var content = new ContentFolder();
        var words = new Words(content);
        var catalogue = new MeasureCatalogue(content);
        var options = OptionsOf(call, words);
        var journal = await DataFolder.JournalAsync(
            call,
            new HostLook(AuditAct.Changed, "everything"),
            stop,
            call.GetValue(Zone)
        );
        return new FileImporter(journal, catalogue, words, new LabTests(content), options, call.GetValue(DryRun));
    }

    private static async Task<List<FileImporter.Done>> ImportAsync(
        FileImporter importer,
        FileInfo[] files,
        CancellationToken stop
    )
    {
        var done = new List<FileImporter.Done>();
        foreach (var file in files)
            done.Add(await WithProgressAsync(file.Name, () => importer.ImportAsync(file, stop)));
        return done;
    }

    private static void Print(ParseResult call, List<FileImporter.Done> done, TimeSpan taken)
    {
        if (call.GetValue(Output.Json))
            Output.Print(new { files = done, seconds = Math.Round(taken.TotalSeconds, 3) });
        else
            done.ForEach(file => Tell(file, call.GetValue(DryRun)));
    }

    private static ImportOptions OptionsOf(ParseResult call, Words words) =>
        new()
        {
            As = call.GetValue(As),
            Select = call.GetValue(Select),
            Map = call.GetValue(Map) is { } map ? ReadMap(map, words) : null,
        };

    private static CsvMap ReadMap(FileInfo map, Words words)
    {
        try
        {
            return CsvMap.Parse(File.ReadAllText(map.FullName));
        }
        catch (ImportException e)
        {
            throw new JournalStorageException($"{map.Name}: {words[$"import.{e.Why}", ("detail", e.Detail)]}", e);
        }
    }

    /// <summary>A spinner on a terminal; nothing where stderr is a file or a pipe.</summary>
    private static Task<T> WithProgressAsync<T>(string name, Func<Task<T>> work) =>
        Console.IsErrorRedirected
            ? work()
            : AnsiConsole
                .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
                .Status()
                .StartAsync(Markup.Escape(name), _ => work());

    private static void Tell(FileImporter.Done file, bool dryRun)
    {
        var added = dryRun ? "would add" : "added";
        Console.Out.WriteLine(
            $"{Path.GetFileName(file.File)} ({file.Format}): {file.Rows} rows, {Stretch(file)}; {added} {file.Added}, same {file.Same}, changed {file.Changed}"
        );
        if (file.LeftOut.Count > 0)
            Output.Say($"Left out, since nothing says what they are: {string.Join(", ", file.LeftOut)}");
        if (file.PassedOver.Count > 0)
            Output.Say($"Passed over: {string.Join(", ", file.PassedOver.Select(p => $"{p.Key} ({p.Value})"))}");
        Tell(file.Refused);
    }

    private static string Stretch(FileImporter.Done file) => $"{file.From ?? "-"} to {file.To ?? "-"}";

    private static void Tell(IReadOnlyList<FileImporter.Refusal> refused)
    {
        foreach (var refusal in refused.Take(MostTold))
            Output.Say($"  line {refusal.Line}: {refusal.Reason}");
        if (refused.Count > MostTold)
            Output.Say($"  and {refused.Count - MostTold} more; --json lists them all");
    }
}
