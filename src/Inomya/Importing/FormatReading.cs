using System.Text;
using Inomya.Importing.Devices;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Importing;

/// <summary>Reads a file that says itself what it is, or an archive of such files.</summary>
internal sealed class FormatReading(ImportOptions options, MeasureList measures, LocalDate today)
{
    /// <summary>The format of an archive that holds files of several.</summary>
    private const string Several = "archive";

    /// <summary>Null for a file that is none of these formats.</summary>
    /// <exception cref="ImportException">It is broken, or an archive in which nothing is known.</exception>
    public ImportReading? Of(BroughtFile file, CancellationToken stop)
    {
        if (options.Map is not null)
            return null;
        if (Archive.IsOne(file))
            return OfArchive(file, stop);
        if (FormatOf(file) is not { } format)
            return null;
        var sink = SinkOf(format.Id);
        Read(format, file, sink, stop);
        return ReadingOf(format.Id, [sink]);
    }

    private ImportReading OfArchive(BroughtFile archive, CancellationToken stop)
    {
        if (Journal.IsArchive(archive.Open()))
            throw new ImportException(ImportProblem.IsOurArchive);
        var sinks = new Dictionary<string, ImportSink>();
        var passedOver = SinkOf(Several);
        foreach (var file in Archive.Files(archive))
            if (FormatOf(file) is { } format)
            {
                if (!sinks.TryGetValue(format.Id, out var sink))
                    sinks[format.Id] = sink = SinkOf(format.Id);
                Read(format, file, sink, stop);
            }
            else
                passedOver.PassOver(KindOf(file));
        if (sinks.Count == 0)
            throw new ImportException(ImportProblem.IsArchive, string.Join(", ", passedOver.PassedOver.Keys.Take(20)));
        var id = sinks.Count == 1 ? sinks.Keys.Single() : Several;
        return ReadingOf(id, [.. sinks.Values, passedOver]);
    }

    /// <summary>JSON whose names or texts are no UTF-8 is found out only where one of them is read.</summary>
    private static void Read(FileFormat format, BroughtFile file, ImportSink into, CancellationToken stop)
    {
        try
        {
            format.Read(file, into, stop);
        }
        catch (InvalidOperationException e) when (e.InnerException is DecoderFallbackException)
        {
            throw new ImportException(ImportProblem.BrokenRecord, JsonFile.PlaceOfBadText(file));
        }
    }

    /// <summary>Files of one kind stand together: "workout-routes/*.gpx".</summary>
    private static string KindOf(BroughtFile file) => $"{file.Folder}*{Path.GetExtension(file.ShortName)}";

    private FileFormat? FormatOf(BroughtFile file) =>
        options.As is { } asked
            ? FileFormats.Find(asked) is { } format && format.Recognises(file)
                ? format
                : null
            : FileFormats.Of(file);

    private ImportSink SinkOf(string format) => new(format, options.Days, today, measures) { Words = options.Words };

    private ImportReading ReadingOf(string format, IReadOnlyList<ImportSink> sinks) =>
        new()
        {
            Format = format,
            Clock = options.Days,
            Rows = sinks.Sum(s => s.Rows),
            Facts = [.. sinks.SelectMany(s => s.Facts)],
            Samples = BagOf(sinks),
            Refused = [.. sinks.SelectMany(s => s.Refused)],
            PassedOver = PassedOverBy(sinks),
        };

    private static Dictionary<string, int> PassedOverBy(IEnumerable<ImportSink> sinks) =>
        sinks.SelectMany(s => s.PassedOver).GroupBy(p => p.Key).ToDictionary(p => p.Key, p => p.Sum(n => n.Value));

    private static SampleBag BagOf(IReadOnlyList<ImportSink> sinks)
    {
        var all = sinks[0].Samples;
        foreach (var sink in sinks.Skip(1))
            all.Add(sink.Samples);
        return all;
    }
}
