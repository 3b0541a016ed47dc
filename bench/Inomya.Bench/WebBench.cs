using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Programmes;
using Inomya.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Inomya.Bench;

/// <summary>How fast pages come, how large they are, and how many a second beside an empty page of the same host.</summary>
/// <remarks>Times are taken at the client on this machine, so they hold the server's time and a little more.</remarks>
internal static partial class WebBench
{
    private const int WarmUp = 150,
        Requests = 600,
        AtOnce = 4;
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(3);

    /// <summary>What a step of a programme may take at most.</summary>
    private const double MostStepMilliseconds = 15,
        MostStepKibibytes = 60;

    public static async Task<int> RunAsync()
    {
        var first = await FirstPageAsync();
        return await WithDemoAsync((http, journal) => PagesAsync(http, journal, first));
    }

    private static async Task<int> PagesAsync(HttpClient http, Journal journal, double first)
    {
        var day = $"{journal.Today.PlusDays(-3):uuuu-MM-dd}";
        var empty = await PerSecondAsync(http, "/bench/empty");
        var framed = await PerSecondAsync(http, "/offline");
        var rows = new List<string[]>();
        foreach (var page in (string[])["/", $"/checkin/{day}", $"/days/{day}"])
        {
            var (median, p99) = await TimesAsync(http, page);
            var (html, css, js) = await SizesAsync(http, page);
            var rate = await PerSecondAsync(http, page);
            rows.Add([
                page[..Math.Min(page.Length, 9)],
                $"{median:0.0}",
                $"{p99:0.0}",
                $"{html + css + js:0.0}",
                $"{html:0.0}",
                $"{css:0.0}",
                $"{js:0.0}",
                $"{rate / empty:0 %}",
                $"{rate / framed:0 %}",
            ]);
        }
        Table.Print(
            $"Web; program start to first page of the demo {first:0.00} s (2 s); an empty component {empty:0} a second, a page of words alone in the frame of every page {framed:0}",
            [
                "page",
                "p50 ms",
                "p99 ms (15)",
                "KiB in all (30)",
                "HTML",
                "CSS",
                "JS (25)",
                "of the empty component (35 %)",
                "of the page of words",
            ],
            rows
        );
        return 0;
    }

    /// <summary>
    /// A step of a programme that is gone through, the longest of all: how fast it comes and how much a device has to load
    /// at first, with the font and what keeps pages. Judged by the time of the processor: it holds the client's too.
    /// </summary>
    public static Task<int> RunStepAsync() => WithDemoAsync(StepAsync);

    private static async Task<int> StepAsync(HttpClient http, Journal journal)
    {
        var content = new ContentFolder();
        var programmes = new ProgrammeShelf(content).In("en");
        var (programme, step) = programmes.SelectMany(p => p.Steps.Select(s => (p, s))).MaxBy(s => s.s.Html.Length);
        await BeginAsync(journal, content, programmes, programme);
        var page = $"/programmes/{programme.Id}/{step.Id}";
        var (median, p99) = await TimesAsync(http, page);
        var (used, used99) = await ProcessorAsync(http, page);
        var (html, css, js) = await SizesAsync(http, page);
        var (font, worker) = (await FontAsync(http, page), await CompressedAsync(http, "/service-worker.js"));
        var all = html + css + js + font + worker;
        Table.Print(
            $"The longest step of a programme ({page})",
            [
                "p50 ms",
                "p99 ms",
                "p50 of processor",
                "p99 of it (15)",
                "KiB (60)",
                "HTML",
                "CSS",
                "JS",
                "font",
                "worker",
            ],
            [
                [.. new[] { median, p99, used, used99, all, html, css, js, font, worker }.Select(n => $"{n:0.0}")],
            ]
        );
        return used99 <= MostStepMilliseconds && all <= MostStepKibibytes ? 0 : 1;
    }

    private static async Task BeginAsync(
        Journal journal,
        ContentFolder content,
        IReadOnlyList<ProgrammeText> programmes,
        ProgrammeText programme
    )
    {
        var (gates, medicines) = (Gates.Read(content), new MedicineCatalogue(content));
        await new GateBook(journal, gates, medicines).AnswerAsync(gates.All.ToDictionary(g => g.Id, _ => false));
        await new ProgrammeBook(journal, programmes, ProgrammeRules.Read(content), gates, medicines).EnrolAsync(
            programme.Id,
            Road.Full,
            programme.Title
        );
    }

    /// <summary>
    /// Milliseconds of the processor for one page, of client and server together: other work on the machine does not
    /// lengthen it.
    /// </summary>
    private static async Task<(double Median, double P99)> ProcessorAsync(HttpClient http, string page)
    {
        var times = new List<double>();
        for (var i = 0; i < Requests; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            await http.GetByteArrayAsync(new Uri(page, UriKind.Relative));
            times.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }
        times.Sort();
        return (times[times.Count / 2], times[times.Count * 99 / 100]);
    }

    /// <summary>
    /// The font that the style sheet of a page names, in KiB; that of further letters is loaded only where one stands.
    /// </summary>
    private static async Task<double> FontAsync(HttpClient http, string page)
    {
        var html = await http.GetStringAsync(new Uri(page, UriKind.Relative));
        var fonts = new HashSet<string>();
        foreach (var sheet in Style().Matches(html).Select(m => m.Groups[1].Value).Distinct())
            fonts.UnionWith(
                Font()
                    .Matches(await http.GetStringAsync(new Uri(sheet, UriKind.Relative)))
                    .Select(m => m.Groups[1].Value)
            );
        var all = 0.0;
        foreach (var font in fonts.Where(f => !f.Contains("latin-ext", StringComparison.Ordinal)))
            all += await CompressedAsync(http, font);
        return all;
    }

    private static async Task<int> WithDemoAsync(Func<HttpClient, Journal, Task<int>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("inomya-bench-").FullName;
        try
        {
            var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), SystemClock.Instance);
            var journal = await DemoPerson.CreateAsync(store, new ContentFolder(), "Europe/Madrid");
            await using var app = WebHost.Build(
                new WebSettings { Urls = "http://127.0.0.1:0" },
                services => services.AddJournal(store, journal.Person.Id),
                routes => routes.MapGet("/bench/empty", () => new RazorComponentResult<Empty>())
            );
            await app.StartAsync();
            using var http = new HttpClient(new HttpClientHandler { UseCookies = false })
            {
                BaseAddress = new Uri(
                    app.Services.GetRequiredService<IServer>()
                        .Features.Get<IServerAddressesFeature>()!
                        .Addresses.First()
                ),
            };
            var code = await measure(http, journal);
            await app.StopAsync();
            return code;
        }
        finally
        {
            JournalPlace.CloseFiles();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Seconds from starting the program to the first page of the demo: the whole process, as a person waits for it. Median of three.</summary>
    private static async Task<double> FirstPageAsync()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Inomya.slnx")))
            root = root.Parent;
        var program = Path.Combine(
            root?.FullName ?? ".",
            "artifacts",
            "bin",
            "Inomya.Cli",
            "release",
            "Inomya.Cli.dll"
        );
        if (!File.Exists(program))
            return double.NaN;
        var times = new List<double>();
        for (var run = 0; run < 3; run++)
        {
            var watch = Stopwatch.StartNew();
            using var demo = Process.Start(
                new ProcessStartInfo("dotnet", [program, "demo", "--port", $"{20100 + run}", "--no-browser"])
                {
                    RedirectStandardError = true,
                }
            )!;
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{20100 + run}") };
            while (!demo.HasExited)
                try
                {
                    await http.GetStringAsync(new Uri("/", UriKind.Relative));
                    break;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(10);
                }
            times.Add(watch.Elapsed.TotalSeconds);
            demo.Kill();
            await demo.WaitForExitAsync();
        }
        return times.Order().ElementAt(1);
    }

    private static async Task<(double Median, double P99)> TimesAsync(HttpClient http, string page)
    {
        var times = new List<double>();
        for (var i = 0; i < WarmUp + Requests; i++)
        {
            var watch = Stopwatch.StartNew();
            await http.GetByteArrayAsync(new Uri(page, UriKind.Relative));
            if (i >= WarmUp)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return (times[times.Count / 2], times[times.Count * 99 / 100]);
    }

    private static async Task<double> PerSecondAsync(HttpClient http, string page)
    {
        for (var i = 0; i < WarmUp; i++)
            await http.GetByteArrayAsync(new Uri(page, UriKind.Relative));
        var done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(async _ =>
                {
                    while (watch.Elapsed < Burst)
                    {
                        await http.GetByteArrayAsync(new Uri(page, UriKind.Relative));
                        Interlocked.Increment(ref done);
                    }
                })
        );
        return done / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Compressed, in KiB: the page, its style sheets, its scripts.</summary>
    private static async Task<(double Html, double Css, double Js)> SizesAsync(HttpClient http, string page)
    {
        using var plain = await http.GetAsync(new Uri(page, UriKind.Relative));
        var html = await plain.Content.ReadAsStringAsync();
        double css = 0,
            js = 0;
        foreach (var link in Style().Matches(html).Select(m => m.Groups[1].Value).Distinct())
            css += await CompressedAsync(http, link);
        foreach (var link in Script().Matches(html).Select(m => m.Groups[1].Value).Distinct())
            js += await CompressedAsync(http, link);
        return (await CompressedAsync(http, page), css, js);
    }

    private static async Task<double> CompressedAsync(HttpClient http, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await http.SendAsync(request);
        return response.StatusCode == HttpStatusCode.OK
            ? (await response.Content.ReadAsByteArrayAsync()).Length / 1024.0
            : throw new InvalidOperationException($"{address}: {response.StatusCode}");
    }

    /// <summary>The least a Razor page can be.</summary>
    private sealed class Empty : ComponentBase;

    [GeneratedRegex("""<link[^>]*rel="stylesheet"[^>]*href="([^"]+)""")]
    private static partial Regex Style();

    [GeneratedRegex("""url\(["']?(/[^"')]+\.woff2)""")]
    private static partial Regex Font();

    [GeneratedRegex("""<script[^>]*src="([^"]+)""")]
    private static partial Regex Script();
}
