using System.Diagnostics;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Series;
using Inomya.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Inomya.Bench;

/// <summary>
/// What a page costs when nothing changed since it was last seen: two years of the demo, looked at again and again.
/// </summary>
/// <remarks>
/// Also the time of the processor, which does not grow when other work takes the machine; and the first look, which
/// works everything out.
/// </remarks>
internal static class ViewsBench
{
    private const int WarmUp = 30,
        Views = 60;

    private static readonly (string Page, string Budget)[] Pages =
    [
        ("/", "10 ms"),
        ("/checkin", "10 ms"),
        ("/days", ""),
        ("/findings", "60 ms"),
        ("/report", "100 ms"),
        ("/report/file.pdf", "300 ms"),
        ("/report/file.docx", ""),
        ("/what-helped", ""),
    ];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-bench-").FullName;
        try
        {
            var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), SystemClock.Instance);
            var journal = await DemoPerson.CreateAsync(store, new ContentFolder(), "Europe/Madrid");
            await PartsAsync(journal);
            await PagesAsync(store, journal.Person.Id);
            return 0;
        }
        finally
        {
            JournalPlace.CloseFiles();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PagesAsync(JournalStore store, Guid person)
    {
        await using var app = WebHost.Build(new WebSettings { Urls = "http://127.0.0.1:0" }, services =>
            services.AddJournal(store, person)
        );
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        using var http = new HttpClient { BaseAddress = new Uri(address.Addresses.First()) };
        var rows = new List<string[]>();
        foreach (var (page, budget) in Pages)
        {
            var size = 0;
            var times = await TimedAsync(async () =>
                size = (await http.GetByteArrayAsync(new Uri(page, UriKind.Relative))).Length
            );
            rows.Add([page, .. times, $"{size / 1000.0:0}", budget]);
        }
        Table.Print(
            "Pages seen again, nothing changed",
            ["page", "first, ms", "median, ms", "processor, ms", "kB", "budget"],
            rows
        );
        await app.StopAsync();
    }

    private static async Task PartsAsync(Journal journal)
    {
        var content = new ContentFolder();
        var (catalogue, shelf, words) = (new MeasureCatalogue(content), ReportShelf.Of(content), new Words(content));
        (string Part, Func<Task> Run)[] parts =
        [
            ("open the journal", () => journal.Store.OfAsync(journal.Person.Id)),
            ("its choices", () => journal.SettingsAsync()),
            ("the daily table", () => DaySeriesReader.ReadAsync(journal, catalogue)),
            ("a day, in one read", () => journal.DayAsync(journal.Today)),
            ("the findings", () => JournalFindings.ReadAsync(journal, catalogue)),
            ("all that a report says", () => ReportSource.ReadAsync(journal, shelf, words, null, null)),
        ];
        var rows = new List<string[]>();
        foreach (var (part, run) in parts)
            rows.Add([part, .. await TimedAsync(run)]);
        Table.Print("Parts of a page", ["part", "first, ms", "median, ms", "processor, ms"], rows);
    }

    private static async Task<string[]> TimedAsync(Func<Task> run)
    {
        var first = await TimeAsync(run);
        for (var i = 0; i < WarmUp; i++)
            await run();
        var times = new List<double>();
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Views; i++)
            times.Add(await TimeAsync(run));
        var spent = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / Views;
        return [$"{first:0}", $"{times.Order().ElementAt(Views / 2):0.0}", $"{spent:0.0}"];
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed.TotalMilliseconds;
    }
}
