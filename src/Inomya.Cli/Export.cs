using System.CommandLine;
using Inomya.Content;
using Inomya.Exports;
using Inomya.Fhir;
using Inomya.Journals;

namespace Inomya.Cli;

/// <summary>inomya export: everything of one person, in open formats that others can read.</summary>
internal static class Export
{
    private delegate Task Writer(Journal journal, ContentFolder content, Stream to, CancellationToken stop);

    private static readonly Dictionary<string, Writer> Writers = new(StringComparer.Ordinal)
    {
        ["csv"] = (journal, content, to, stop) =>
            TidyCsv.WriteAsync(journal, new MeasureCatalogue(content), WordsOf(journal, content), to, stop),
        ["archive"] = (journal, content, to, stop) =>
            WholeArchive.WriteAsync(journal, WordsOf(journal, content), to, stop),
        ["fhir"] = (journal, content, to, stop) =>
            FhirExport.WriteAsync(journal, content, WordsOf(journal, content), to, stop),
        ["ips"] = (journal, content, to, stop) =>
            IpsExport.WriteAsync(journal, content, WordsOf(journal, content), to, stop),
    };

    private static readonly Option<string> As = new("--as")
    {
        Required = true,
        Description = $"The format: {string.Join(", ", Writers.Keys)}.",
    };
    private static readonly Option<FileInfo> Out = new("--out") { Required = true, Description = "The file to write." };

    public static Command Command()
    {
        var command = new Command(
            "export",
            "Writes everything out in an open format; whoever has the file can read it."
        )
        {
            As,
            Out,
            DataFolder.Person,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult call, CancellationToken stop)
    {
        if (!Writers.TryGetValue(call.GetValue(As)!, out var write))
            throw new UsageException($"--as takes one of {string.Join(", ", Writers.Keys)}.");
        var journal = await DataFolder.JournalAsync(call, new HostLook(AuditAct.Copied, "everything"), stop);
        var file = call.GetValue(Out)!.FullName;
        await WholeAsync(file, to => write(journal, new ContentFolder(), to, stop));
        Output.Say(file);
        return ExitCode.Done;
    }

    /// <summary>Written beside and moved into place: a full disk or Ctrl-C leaves no half file and the old one as it was.</summary>
    private static async Task WholeAsync(string file, Func<Stream, Task> write)
    {
        var half = $"{file}.part";
        try
        {
            await using (var to = PrivateFile.Create(half))
                await write(to);
            File.Move(half, file, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    private static Words WordsOf(Journal journal, ContentFolder content) => new(content, journal.Person.Language);
}
