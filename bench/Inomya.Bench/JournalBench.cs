using System.Diagnostics;
using System.Globalization;
using System.Text;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Series;
using NodaTime;

namespace Inomya.Bench;

/// <summary>How fast days get into a journal and out of it, and what a backup costs.</summary>
internal static class JournalBench
{
    private const int Columns = 13,
        RealDays = 2_916,
        TenYears = 3_652,
        Repeats = 15;
    private static readonly string[] Regions =
    [
        "neck",
        "chest",
        "abdomen",
        "upper_back",
        "lower_back",
        "hip_left",
        "hip_right",
        "jaw_left",
        "jaw_right",
        "upper_arm_left",
        "upper_arm_right",
        "lower_arm_left",
        "lower_arm_right",
    ];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-bench-").FullName;
        try
        {
            await ImportAsync(Path.Combine(folder, "warm"), 200);
            var (seconds, _) = await ImportAsync(Path.Combine(folder, "real"), RealDays);
            var (_, journal) = await ImportAsync(Path.Combine(folder, "ten"), TenYears);
            var table = await TenYearsAsync(journal);
            var (backup, bytes) = await BackupAsync(journal, folder);
            Table.Print(
                "Journal",
                ["what", "measured", "budget"],
                [
                    [$"import of {RealDays} days × {Columns} columns", $"{seconds:0.00} s", "2 s"],
                    [
                        $"{TenYears} days × {Columns} columns to a daily table (median of {Repeats})",
                        $"{table.Median:0.0} ms",
                        "50 ms",
                    ],
                    ["the same, time of the processor", $"{table.Cpu:0.0} ms", ""],
                    ["the same, slowest", $"{table.Slowest:0.0} ms", ""],
                    ["encrypted backup of those", $"{backup:0.00} s", ""],
                    ["its size", $"{bytes / 1024} KiB", ""],
                ]
            );
            return 0;
        }
        finally
        {
            JournalPlace.CloseFiles();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Seconds, Journal Journal)> ImportAsync(string folder, int days)
    {
        var catalogue = new MeasureCatalogue(new ContentFolder());
        var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), SystemClock.Instance);
        var journal = await store.OfAsync((await store.AddPersonAsync("Bench", "Europe/Madrid")).Id);
        var file = new MemoryStream(Encoding.UTF8.GetBytes(Csv(days)));
        var watch = Stopwatch.StartNew();
        var reading = ImportFile.Read(
            file,
            new ImportOptions { Map = CsvMap.Parse(Map()) },
            catalogue,
            await journal.MeasuresAsync(catalogue),
            journal.Today
        );
        await journal.ImportAsync(reading.Facts);
        return (watch.Elapsed.TotalSeconds, journal);
    }

    private static async Task<(double Median, double Slowest, double Cpu)> TenYearsAsync(Journal journal)
    {
        var catalogue = new MeasureCatalogue(new ContentFolder());
        // a few first, which compile the queries and let the runtime see what is hot
        for (var i = 0; i < Repeats; i++)
            _ = await DaySeriesReader.ReadAsync(journal, catalogue);
        var times = new List<double>();
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Repeats; i++)
        {
            var watch = Stopwatch.StartNew();
            _ = await DaySeriesReader.ReadAsync(journal, catalogue);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return (
            times.Order().ElementAt(times.Count / 2),
            times.Max(),
            (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / Repeats
        );
    }

    private static async Task<(double Seconds, long Bytes)> BackupAsync(Journal journal, string folder)
    {
        var file = Path.Combine(folder, "bench.backup");
        var watch = Stopwatch.StartNew();
        await Backup.WriteAsync(journal.Store.Place, file, BackupKey.NewRecoveryKey(), folder, SystemClock.Instance);
        return (watch.Elapsed.TotalSeconds, new FileInfo(file).Length);
    }

    /// <summary>Four cells in five filled, as diaries are.</summary>
    private static string Csv(int days)
    {
        var random = new Random(1);
        var csv = new StringBuilder($"day,{string.Join(',', Regions)}\n");
        var first = new LocalDate(2026, 1, 1).PlusDays(-days);
        for (var day = 0; day < days; day++)
        {
            csv.Append(first.PlusDays(day).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
            for (var c = 0; c < Columns; c++)
                csv.Append(',')
                    .Append(random.NextDouble() < 0.8 ? random.Next(11).ToString(CultureInfo.InvariantCulture) : "");
            csv.Append('\n');
        }
        return csv.ToString();
    }

    private static string Map() =>
        $$"""{"date": {"column": "day"}, "columns": { {{string.Join(", ", Regions.Select(r => $"\"{r}\": {{\"measure\": \"pain\", \"region\": \"{r}\"}}"))}} } }""";
}
