using Inomya.Content;
using Inomya.Exports;
using Inomya.Fhir;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Laboratory;

namespace Inomya.Cli;

/// <summary>Takes one file after the other into a journal, each all or nothing.</summary>
internal sealed class FileImporter(
    Journal journal,
    MeasureCatalogue catalogue,
    Words words,
    LabTests tests,
    ImportOptions options,
    bool dryRun
)
{
    /// <summary>The formats of laboratories, beside those of a diary.</summary>
    public static readonly string[] LabFormats = [LabCsv.Format, LabResources.Format];

    /// <summary>Those, and the archive of a whole journal.</summary>
    public static IEnumerable<string> RecordFormats => [.. LabFormats, WholeArchive.Format];

    public sealed record Refusal(long Line, string Reason);

    /// <summary>What came of one file; its JSON is what scripts read.</summary>
    public sealed record Done(
        string File,
        string Format,
        int Rows,
        int Added,
        int Same,
        int Changed,
        IReadOnlyList<Refusal> Refused,
        string? From,
        string? To,
        IReadOnlyList<string> LeftOut,
        IReadOnlyDictionary<string, int> PassedOver
    );

    /// <exception cref="JournalStorageException">The file cannot be read; it is named, with the reason.</exception>
    public async Task<Done> ImportAsync(FileInfo file, CancellationToken stop)
    {
        try
        {
            if (await TakeInAsync(file, stop) is { } archive)
                return archive;
            var reading = await ReadAsync(file, stop);
            return DoneOf(file, reading, await journal.ImportAsync(reading.Facts, dryRun, reading.Samples, stop: stop));
        }
        catch (ImportException e)
        {
            throw new JournalStorageException($"{file.Name}: {words[$"import.{e.Why}", ("detail", e.Detail)]}", e);
        }
        catch (ArchiveException e)
        {
            throw new JournalStorageException($"{file.Name}: {words[$"archive.{e.Why}", ("file", e.File)]}", e);
        }
    }

    /// <summary>An archive of a whole journal; null for any other file.</summary>
    private async Task<Done?> TakeInAsync(FileInfo file, CancellationToken stop)
    {
        await using var stream = file.OpenRead();
        if (options.Map is not null || options.As is not (null or WholeArchive.Format) || !Journal.IsArchive(stream))
            return null;
        var taken = await journal.TakeInAsync(stream, file.Name, dryRun, stop);
        var refused = taken.Conflicts.Select(c => new Refusal(
            0,
            words["archive.conflict", ("what", $"{c.Table} {c.Key}")]
        ));
        return new Done(
            file.FullName,
            WholeArchive.Format,
            (int)taken.Rows,
            taken.Added,
            taken.Same,
            taken.Changed,
            [.. refused],
            From: null,
            To: null,
            LeftOut: [],
            PassedOver: new Dictionary<string, int>()
        );
    }

    private async Task<ImportReading> ReadAsync(FileInfo file, CancellationToken stop)
    {
        await using var stream = file.OpenRead();
        if (options.Map is null && LabFormatOf(stream, file.Name) is { } lab)
            return lab == LabCsv.Format
                ? LabCsv.Read(stream, tests, journal.DateOnTheWall, journal.Days, stop)
                : LabResources.Read(stream, tests, journal.DateOnTheWall, journal.Days, stop);
        var measures = await journal.MeasuresAsync(catalogue, stop);
        var wanted = options with { Days = journal.Days, Name = file.Name };
        return ImportFile.Read(stream, wanted, catalogue, measures, journal.DateOnTheWall, stop);
    }

    /// <summary>What the person named, or what the file shows; null for a file that is not of a laboratory.</summary>
    private string? LabFormatOf(Stream stream, string name)
    {
        var found =
            ImportFile.Knows(stream, name) ? null
            : LabResources.Recognises(stream) ? LabResources.Format
            : LabCsv.Recognises(stream) ? LabCsv.Format
            : null;
        return options.As is null || options.As == found ? found
            : LabFormats.Contains(options.As) ? options.As
            : null;
    }

    private Done DoneOf(FileInfo file, ImportReading reading, Imported imported) =>
        new(
            file.FullName,
            reading.Format,
            reading.Rows,
            imported.Added,
            imported.Same,
            imported.Changed,
            [.. reading.Refused.Select(r => new Refusal(r.Line, WhyRefused(r)))],
            reading.From?.ToString("uuuu-MM-dd", null),
            reading.To?.ToString("uuuu-MM-dd", null),
            reading.LeftOut,
            reading.PassedOver
        );

    private string WhyRefused(RefusedRow row)
    {
        var column = row.Column is null ? "" : $"{row.Column}: ";
        return $"{column}{words[$"refused.{row.Why}"]} ('{row.Value}')";
    }
}
