using System.CommandLine;
using System.Diagnostics;
using Inomya.Content;
using Inomya.Reports;
using Inomya.Web.Reports;

namespace Inomya.Cli;

/// <summary>inomya report: the report for one audience as HTML, or as PDF by a browser of this machine.</summary>
internal static class Report
{
    private static readonly string[] Browsers =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
    ];
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
        var audiences = ReportWriter.Audiences(content);
        if (!audiences.Contains(audience))
            throw new UsageException($"--for takes one of {string.Join(", ", audiences)}.");
        if (file.Extension is not (".html" or ".pdf"))
            throw new UsageException("--out takes a file that ends in .html or .pdf.");

        var journal = await DataFolder.JournalAsync(call, stop);
        var words = new Words(content, journal.Person.Language);
        if (
            await ReportSource.ReadAsync(
                journal,
                new MeasureCatalogue(content),
                call.GetValue(Days.From),
                call.GetValue(Days.To),
                stop
            )
            is not { } source
        )
        {
            Output.Say(words["report.empty"]);
            return ExitCode.Unreadable;
        }
        var html = await ReportHtml.RenderAsync(ReportWriter.Write(content, words, source, audience), words);
        return file.Extension == ".html"
            ? await WriteAsync(file.FullName, html, stop)
            : await PrintAsync(file, html, stop);
    }

    private static async Task<int> WriteAsync(string path, string html, CancellationToken stop)
    {
        await File.WriteAllTextAsync($"{path}.part", html, stop);
        File.Move($"{path}.part", path, overwrite: true);
        Output.Say(path);
        return ExitCode.Done;
    }

    /// <summary>A browser makes a tagged PDF, with real text that a screen reader can follow. Without one the HTML is written, and that is said.</summary>
    private static async Task<int> PrintAsync(FileInfo pdf, string html, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("inomya-print-");
        try
        {
            var page = Path.Combine(folder.FullName, "report.html");
            await File.WriteAllTextAsync(page, html, stop);
            var made = Path.Combine(folder.FullName, "report.pdf");
            if (FindBrowser() is { } browser && await PrintAsync(browser, page, made, folder.FullName, stop))
            {
                File.Move(made, pdf.FullName, overwrite: true);
                Output.Say(pdf.FullName);
                return ExitCode.Done;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        Output.Say(
            "No browser was found to make the PDF (Chromium, Chrome or Edge). The report is written as HTML instead; print it from any browser."
        );
        await WriteAsync(Path.ChangeExtension(pdf.FullName, ".html"), html, stop);
        return ExitCode.SomeRefused;
    }

    private static async Task<bool> PrintAsync(
        string browser,
        string page,
        string made,
        string profile,
        CancellationToken stop
    )
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (
            var argument in (string[])
                [
                    "--headless",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-quic",
                    "--no-pdf-header-footer",
                    $"--user-data-dir={Path.Combine(profile, "profile")}",
                    $"--print-to-pdf={made}",
                    new Uri(page).AbsoluteUri,
                ]
        )
            start.ArgumentList.Add(argument);
        // Chromium refuses its sandbox to root; the page is ours and loads nothing
        if (!OperatingSystem.IsWindows() && Environment.UserName == "root")
            start.ArgumentList.Insert(0, "--no-sandbox");
        using var process = Process.Start(start)!;
        var words = Task.WhenAll(
            process.StandardError.ReadToEndAsync(stop),
            process.StandardOutput.ReadToEndAsync(stop)
        );
        await process.WaitForExitAsync(stop);
        await words;
        return process.ExitCode == 0 && File.Exists(made);
    }

    private static string? FindBrowser()
    {
        if (Environment.GetEnvironmentVariable("INOMYA_CHROMIUM") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Browsers.SelectMany(b => folders.Select(f => Path.Combine(f, b))).FirstOrDefault(File.Exists);
    }
}
