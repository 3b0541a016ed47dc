using System.Diagnostics;
using System.Globalization;
using System.Text;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Bench;

/// <summary>What it costs to bring in the export of a phone, and what a device sends by itself.</summary>
/// <remarks>
/// Times are those of the processor, so that a busy machine changes them little. Memory is the most this program ever held,
/// its own start included; for several sizes it is run several times.
/// </remarks>
internal static class FilesBench
{
    private const int Bodies = 50,
        InBody = 1_000;

    private static readonly MeasureCatalogue Catalogue = new(new ContentFolder());

    public static async Task<int> RunAsync(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("inomya-bench-").FullName;
        try
        {
            var file = Path.Combine(folder, "export.xml");
            PhoneExport.Write(file, megabytes);
            var journal = await NewAsync(Path.Combine(folder, "data"));
            // once, so that the compiler of the runtime is not what is measured
            await BringAsync(journal, new MemoryStream("<HealthData></HealthData>"u8.ToArray()));
            var start = Peak();
            var first = await BringAsync(file, journal);
            var peak = Peak();
            var again = await BringAsync(file, journal);
            var ingest = await IngestAsync(await NewAsync(Path.Combine(folder, "sent")));
            Print(new FileInfo(file).Length / 1e6, start, first, peak, again, ingest);
            return again.Written ? 1 : 0;
        }
        finally
        {
            JournalPlace.CloseFiles();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <param name="Read">Seconds of the processor for reading the file, its samples gathered.</param>
    /// <param name="All">For all of it: read, compared, daily values derived, written.</param>
    private readonly record struct Cost(double Read, double All, long Samples, bool Written);

    private static void Print(double megabytes, long start, Cost first, long peak, Cost again, double ingest) =>
        Table.Print(
            "Files",
            ["what", "measured", "budget"],
            [
                ["size of the export", $"{megabytes:0} MB", ""],
                ["samples that are kept", first.Samples.ToString("N0", CultureInfo.InvariantCulture), ""],
                ["reading", $"{megabytes / first.Read:0} MB/s", "300 MB/s"],
                ["reading, daily values and writing", $"{megabytes / first.All:0} MB/s", ""],
                ["the whole import", $"{first.All:0.0} s", "6 s"],
                ["the same file again", $"{again.All:0.0} s", "3 s"],
                ["did it write anything then?", again.Written ? "yes" : "no", "no"],
                ["memory of the program before", $"{start} MB", ""],
                ["most memory", $"{peak} MB", "150 MB"],
                ["what a device sends", $"{ingest:N0} samples/s", "5,000 samples/s"],
            ]
        );

    private static async Task<Journal> NewAsync(string folder)
    {
        var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), SystemClock.Instance);
        return await store.OfAsync((await store.AddPersonAsync("Bench", "Europe/Madrid")).Id);
    }

    private static async Task<Cost> BringAsync(string path, Journal journal)
    {
        await using var file = File.OpenRead(path);
        return await BringAsync(journal, file);
    }

    private static async Task<Cost> BringAsync(Journal journal, Stream file)
    {
        var begun = Environment.CpuUsage.TotalTime;
        var reading = await ReadAsync(journal, file, "export.xml");
        var read = Environment.CpuUsage.TotalTime - begun;
        var done = await journal.ImportAsync(reading.Facts, samples: reading.Samples);
        var all = Environment.CpuUsage.TotalTime - begun;
        return new Cost(read.TotalSeconds, all.TotalSeconds, reading.Samples?.Count ?? 0, done.Change is not null);
    }

    private static async Task<ImportReading> ReadAsync(Journal journal, Stream file, string name) =>
        ImportFile.Read(
            file,
            new ImportOptions { Days = journal.Days, Name = name },
            Catalogue,
            await journal.MeasuresAsync(Catalogue),
            journal.DateOnTheWall
        );

    /// <returns>Samples a second of the processor, each body read and written for itself.</returns>
    private static async Task<double> IngestAsync(Journal journal)
    {
        await SendAsync(journal, 0);
        var begun = Environment.CpuUsage.TotalTime;
        for (var body = 1; body <= Bodies; body++)
            await SendAsync(journal, body);
        var taken = Environment.CpuUsage.TotalTime - begun;
        return Bodies * InBody / taken.TotalSeconds;
    }

    private static async Task SendAsync(Journal journal, int body)
    {
        var from = journal.Now - Duration.FromHours(24 * 60) + Duration.FromMinutes(body * InBody);
        var text = new StringBuilder(
            "{\"timestamp\":\"2026-06-02T06:10:00Z\",\"app_version\":\"1.9.0\",\"heart_rate\":["
        );
        for (var i = 0; i < InBody; i++)
            text.Append(i == 0 ? "" : ",")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{{\"bpm\":{60 + i % 40},\"time\":\"{from + Duration.FromMinutes(i)}\"}}"
                );
        var bytes = Encoding.UTF8.GetBytes(text.Append("]}").ToString());
        var reading = await ReadAsync(journal, new MemoryStream(bytes), "ingest.json");
        if (reading.Samples is not { Count: InBody })
            throw new InvalidOperationException("What a device sends was not read.");
        await journal.ArriveAsync(reading.Facts, reading.Samples);
    }

    private static long Peak()
    {
        using var me = Process.GetCurrentProcess();
        return me.PeakWorkingSet64 >> 20;
    }
}
