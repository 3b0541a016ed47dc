using System.CommandLine;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Web.Reports;

namespace Inomya.Cli;

/// <summary>inomya report: the report for one audience as HTML, or as PDF by a browser of this machine.</summary>
internal static class Report
{
    private static readonly Option<string> For = new("--for")
    {
        Description = "doctor, physiotherapist, employer, family or self.",
        DefaultValueFactory = _ => "doctor",
    };
    private static readonly Option<FileInfo> Out = new("--out")
    {
        Required = true,
        Description = "FILE.html or FILE.pdf.",
    };

    public static Command Command()
    {
        var command = new Command("report", "Writes the report for one audience.")
        {
            For,
            Days.From,
            Days.To,
            Out,
            DataFolder.Person,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult call, CancellationToken stop)
    {
        var (file, audience, content) = (call.GetValue(Out)!, call.GetValue(For)!, new ContentFolder());
        RefuseUnknown(audience, file, content);
        if (await HtmlAsync(call, audience, content, stop) is not { } html)
            return ExitCode.Unreadable;
        return await (file.Extension == ".html" ? WriteAsync(file.FullName, html, stop) : PrintAsync(file, html, stop));
    }

    /// <summary>Null, and said so, where there is nothing to report.</summary>
    private static async Task<string?> HtmlAsync(
        ParseResult call,
        string audience,
        ContentFolder content,
        CancellationToken stop
    )
    {
        var journal = await DataFolder.JournalAsync(call, stop);
        var words = new Words(content, journal.Person.Language);
        if (await SourceAsync(call, journal, content, stop) is { } source)
            return await ReportHtml.RenderAsync(ReportWriter.Write(content, words, source, audience), words);
        Output.Say(words["report.empty"]);
        return null;
    }

    private static void RefuseUnknown(string audience, FileInfo file, ContentFolder content)
    {
        var audiences = ReportWriter.Audiences(content);
        if (!audiences.Contains(audience))
            throw new UsageException($"--for takes one of {string.Join(", ", audiences)}.");
        if (file.Extension is not (".html" or ".pdf"))
            throw new UsageException("--out takes a file that ends in .html or .pdf.");
    }

    private static Task<ReportSource?> SourceAsync(
        ParseResult call,
        Journal journal,
        ContentFolder content,
        CancellationToken stop
    ) =>
        ReportSource.ReadAsync(
            journal,
            new MeasureCatalogue(content),
            call.GetValue(Days.From),
            call.GetValue(Days.To),
            stop
        );

    private static async Task<int> WriteAsync(string path, string html, CancellationToken stop)
    {
        await File.WriteAllTextAsync($"{path}.part", html, stop);
        File.Move($"{path}.part", path, overwrite: true);
        Output.Say(path);
        return ExitCode.Done;
    }

    /// <summary>Without a browser the HTML is written, and that is said.</summary>
    private static async Task<int> PrintAsync(FileInfo pdf, string html, CancellationToken stop)
    {
        if (await PdfPrinter.PrintAsync(html, pdf.FullName, stop))
        {
            Output.Say(pdf.FullName);
            return ExitCode.Done;
        }
        Output.Say(
            "No browser was found to make the PDF (Chromium, Chrome or Edge). The report is written as HTML instead; print it from any browser."
        );
        await WriteAsync(Path.ChangeExtension(pdf.FullName, ".html"), html, stop);
        return ExitCode.SomeRefused;
    }
}
