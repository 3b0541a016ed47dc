using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Importing;

/// <summary>Recognises what a file is and reads it.</summary>
public static class ImportFile
{
    public static IReadOnlyList<string> Formats =>
        [FlaredownCsv.Format, DaysCsv.Format, MappedCsv.Format, .. FileFormats.All.Select(f => f.Id)];

    /// <summary>Reads a file without recording anything.</summary>
    /// <param name="file">Can be read from the start again.</param>
    /// <param name="today">The person's day.</param>
    /// <exception cref="ImportException">It is none of the formats, or cannot be read as the one asked for.</exception>
    public static ImportReading Read(
        Stream file,
        ImportOptions options,
        MeasureCatalogue catalogue,
        MeasureList measures,
        LocalDate today,
        CancellationToken stop = default
    )
    {
        CheckFormat(options.As);
        // what reads a table closes it; the file is its owner's
        var table = TableIn(new KeptOpen(file), options.Name);
        var reading = new FormatReading(options, measures, today);
        return reading.Of(BroughtFile.Of(options.Name, table), stop)
            ?? Table(table, options, catalogue, measures, today, stop);
    }

    /// <summary>Does a file say itself that it is the export of an app or a device?</summary>
    /// <param name="file">Can be read from the start again, and is left there.</param>
    public static bool Knows(Stream file, string name)
    {
        var known = FileFormats.Of(BroughtFile.Of(name, file)) is not null;
        file.Position = 0;
        return known;
    }

    /// <summary>Is it read as it streams, in the same memory for any size: an archive, or an export that is known?</summary>
    /// <param name="file">Can be read from the start again, and is left there.</param>
    public static bool Streams(Stream file, string name) =>
        Archive.IsOne(BroughtFile.Of(name, file)) || Knows(file, name);

    /// <summary>The sheet of a workbook as a table in text; any other file as it is.</summary>
    public static Stream TableIn(Stream file, string name = "") => Sheet.Of(BroughtFile.Of(name, file)) ?? file;

    /// <summary>A table of ours, of Flaredown, or one that a map was given for.</summary>
    private static ImportReading Table(
        Stream file,
        ImportOptions options,
        MeasureCatalogue catalogue,
        MeasureList measures,
        LocalDate today,
        CancellationToken stop
    )
    {
        file.Position = 0;
        var (format, map) = options.Map is { } given
            ? (MappedCsv.Format, given)
            : Recognise(file, options.As, measures);
        file.Position = 0;
        if (map is null)
            return FlaredownCsv.Read(file, options.Select, today, stop);
        var regions = catalogue.Regions.Select(r => r.Id).ToHashSet();
        return MappedCsv.Read(file, map, measures, regions, today, options.Days, stop) with { Format = format };
    }

    private static void CheckFormat(string? asked)
    {
        if (asked is not null && !Formats.Contains(asked))
            throw new ImportException(ImportProblem.NoSuchFormat, string.Join(", ", Formats));
    }

    /// <summary>What the file is, and how its columns are to be read where that is not known beforehand.</summary>
    private static (string Format, CsvMap? Map) Recognise(Stream file, string? asked, MeasureList measures)
    {
        // not disposed: that would close the file, which is read again from the start
        var table = CsvTable.Open(file);
        if (FlaredownCsv.Recognises(table) && asked is null or FlaredownCsv.Format)
            return (FlaredownCsv.Format, null);
        if (DaysCsv.Recognises(table, measures) && asked is null or DaysCsv.Format)
            return (DaysCsv.Format, DaysCsv.MapOf(table, measures));
        throw NotRecognised(table, asked);
    }

    private static ImportException NotRecognised(CsvTable table, string? asked) =>
        new(
            asked is null or MappedCsv.Format ? ImportProblem.NeedsMap : ImportProblem.NotThatFormat,
            string.Join(", ", table.Header.Take(20))
        );
}
