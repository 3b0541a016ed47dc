using System.CommandLine;
using System.Diagnostics;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;
using Spectre.Console;

namespace Inomya.Cli;

/// <summary>inomya import: takes files into the journal, each all or nothing.</summary>
internal static class Import
{
    private static readonly Argument<FileInfo[]> Files = new("FILE") { Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> As = new("--as")
    {
        Description = $"The format: {string.Join(", ", ImportFile.Formats)}. Recognised where it is left out.",
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

    private sealed record Refusal(long Line, string Reason);

    private sealed record FileDone(
        string File,
        string Format,
        int Rows,
        int Added,
        int Same,
        int Changed,
        IReadOnlyList<Refusal> Refused,
        string? From,
        string? To,
        IReadOnlyList<string> LeftOut
    );

    private static async Task<int> RunAsync(ParseResult call, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var content = new ContentFolder();
        var words = new Words(content);
        var catalogue = new MeasureCatalogue(content);
        var options = new ImportOptions
        {
            As = call.GetValue(As),
            Select = call.GetValue(Select),
            Map = call.GetValue(Map) is { } map ? ReadMap(map, words) : null,
        };
        var journal = await DataFolder.JournalAsync(call, stop, call.GetValue(Zone));
        var done = new List<FileDone>();
        foreach (var file in call.GetValue(Files)!)
            done.Add(
                await WithProgressAsync(file.Name, () =>
                    ImportAsync(file, options, journal, catalogue, words, call.GetValue(DryRun), stop)
                )
            );

        if (call.GetValue(Output.Json))
            Output.Print(new { files = done, seconds = Math.Round(watch.Elapsed.TotalSeconds, 3) });
        else
            foreach (var file in done)
                Tell(file, call.GetValue(DryRun));
        return done.Any(f => f.Refused.Count > 0) ? ExitCode.SomeRefused : ExitCode.Done;
    }

    private static async Task<FileDone> ImportAsync(
        FileInfo file,
        ImportOptions options,
        Journal journal,
        MeasureCatalogue catalogue,
        Words words,
        bool dryRun,
        CancellationToken stop
    )
    {
        try
        {
            await using var stream = file.OpenRead();
            var reading = ImportFile.Read(
                stream,
                options with
                {
                    Days = journal.Days,
                },
                catalogue,
                await journal.MeasuresAsync(catalogue, stop),
                journal.Today,
                stop
            );
            var imported = await journal.ImportAsync(reading.Facts, dryRun, stop);
            var refused = reading.Refused.Select(r => new Refusal(
                r.Line,
                $"{(r.Column is null ? "" : $"{r.Column}: ")}{words[$"refused.{r.Why}"]} ('{r.Value}')"
            ));
            return new FileDone(
                file.FullName,
                reading.Format,
                reading.Rows,
                imported.Added,
                imported.Same,
                imported.Changed,
                [.. refused],
                reading.From?.ToString("uuuu-MM-dd", null),
                reading.To?.ToString("uuuu-MM-dd", null),
                reading.LeftOut
            );
        }
        catch (ImportException e)
        {
            throw new JournalStorageException($"{file.Name}: {words[$"import.{e.Why}", ("detail", e.Detail)]}", e);
        }
    }

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

    private static void Tell(FileDone file, bool dryRun)
    {
        Console.Out.WriteLine(
            $"{Path.GetFileName(file.File)} ({file.Format}): {file.Rows} rows, {file.From ?? "-"} to {file.To ?? "-"}; {(dryRun ? "would add" : "added")} {file.Added}, same {file.Same}, changed {file.Changed}"
        );
        if (file.LeftOut.Count > 0)
            Output.Say($"Left out, since nothing says what they are: {string.Join(", ", file.LeftOut)}");
        foreach (var refusal in file.Refused.Take(50))
            Output.Say($"  line {refusal.Line}: {refusal.Reason}");
        if (file.Refused.Count > 50)
            Output.Say($"  and {file.Refused.Count - 50} more; --json lists them all");
    }
}
