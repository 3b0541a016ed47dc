using System.Diagnostics;

namespace Inomya.Cli;

/// <summary>
/// Makes PDFs with a browser of this machine: tagged, with real text that a screen reader can follow.
/// </summary>
internal static class PdfPrinter
{
    private static readonly string[] Browsers =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
    ];

    /// <summary>False where there is no browser that can.</summary>
    public static async Task<bool> PrintAsync(string html, string path, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("inomya-print-");
        try
        {
            var page = Path.Combine(folder.FullName, "report.html");
            await File.WriteAllTextAsync(page, html, stop);
            var made = Path.Combine(folder.FullName, "report.pdf");
            if (FindBrowser() is not { } browser || !await PrintAsync(browser, page, made, stop))
                return false;
            File.Move(made, path, overwrite: true);
            return true;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> PrintAsync(string browser, string page, string made, CancellationToken stop)
    {
        using var process = Process.Start(StartOf(browser, page, made))!;
        // both are read, or a browser with much to say would wait for ever
        var words = Task.WhenAll(
            process.StandardError.ReadToEndAsync(stop),
            process.StandardOutput.ReadToEndAsync(stop)
        );
        await process.WaitForExitAsync(stop);
        await words;
        return process.ExitCode == 0 && File.Exists(made);
    }

    private static ProcessStartInfo StartOf(string browser, string page, string made)
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardError = true, RedirectStandardOutput = true };
        // Chromium refuses its sandbox to root; the page is ours and loads nothing
        if (!OperatingSystem.IsWindows() && Environment.UserName == "root")
            start.ArgumentList.Add("--no-sandbox");
        foreach (var argument in ArgumentsFor(page, made))
            start.ArgumentList.Add(argument);
        return start;
    }

    private static string[] ArgumentsFor(string page, string made) =>
        [
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--no-pdf-header-footer",
            $"--user-data-dir={Path.Combine(Path.GetDirectoryName(page)!, "profile")}",
            $"--print-to-pdf={made}",
            new Uri(page).AbsoluteUri,
        ];

    private static string? FindBrowser()
    {
        if (Environment.GetEnvironmentVariable("INOMYA_CHROMIUM") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Browsers.SelectMany(b => folders.Select(f => Path.Combine(f, b))).FirstOrDefault(File.Exists);
    }
}
