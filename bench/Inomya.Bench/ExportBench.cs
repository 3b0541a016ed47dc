using System.Diagnostics;
using System.Text;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Fhir;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Bench;

/// <summary>How many FHIR resources a second are written out of a journal of two years; at least 10,000 are wanted.</summary>
internal static class ExportBench
{
    private const int Rounds = 5;
    private const int Wanted = 10_000;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-bench-").FullName;
        try
        {
            var content = new ContentFolder();
            var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), SystemClock.Instance);
            var journal = await DemoPerson.CreateAsync(store, content, "Europe/Madrid");
            return await RunAsync(journal, content);
        }
        finally
        {
            JournalPlace.CloseFiles();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(Journal journal, ContentFolder content)
    {
        var words = new Words(content);
        var best = 0.0;
        var (resources, bytes) = (0, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            using var to = new MemoryStream();
            var started = Stopwatch.GetTimestamp();
            await FhirExport.WriteAsync(journal, content, words, to);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            (resources, bytes) = (CountIn(to.ToArray()), to.Length);
            best = Math.Max(best, resources / seconds);
        }
        Console.WriteLine(
            $"FHIR export: {resources} resources, {bytes / (1 << 20)} MiB, {best:0} resources/s (best of {Rounds}; at least {Wanted} are wanted)"
        );
        return best >= Wanted ? 0 : 1;
    }

    private static int CountIn(ReadOnlySpan<byte> bundle)
    {
        var mark = Encoding.ASCII.GetBytes("\"fullUrl\":");
        var count = 0;
        for (int at; (at = bundle.IndexOf(mark)) >= 0; bundle = bundle[(at + mark.Length)..])
            count++;
        return count;
    }
}
