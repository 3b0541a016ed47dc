using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;

namespace Inomya.Cli;

/// <summary>Takes one file after the other into a journal, each all or nothing.</summary>
internal sealed class FileImporter(
    Journal journal,
    MeasureCatalogue catalogue,
    Words words,
    ImportOptions options,
    bool dryRun
)
{
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
        IReadOnlyList<string> LeftOut
    );

    /// <exception cref="JournalStorageException">The file cannot be read; it is named, with the reason.</exception>
    public async Task<Done> ImportAsync(FileInfo file, CancellationToken stop)
    {
        try
        {
            var reading = await ReadAsync(file, stop);
            return DoneOf(file, reading, await journal.ImportAsync(reading.Facts, dryRun, stop));
        }
        catch (ImportException e)
        {
            throw new JournalStorageException($"{file.Name}: {words[$"import.{e.Why}", ("detail", e.Detail)]}", e);
        }
    }

    private async Task<ImportReading> ReadAsync(FileInfo file, CancellationToken stop)
    {
        await using var stream = file.OpenRead();
        var measures = await journal.MeasuresAsync(catalogue, stop);
        var wanted = options with { Days = journal.Days };
        return ImportFile.Read(stream, wanted, catalogue, measures, journal.Today, stop);
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
            reading.LeftOut
        );

    private string WhyRefused(RefusedRow row)
    {
        var column = row.Column is null ? "" : $"{row.Column}: ";
        return $"{column}{words[$"refused.{row.Why}"]} ('{row.Value}')";
    }
}
