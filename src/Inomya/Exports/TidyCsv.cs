using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;

namespace Inomya.Exports;

/// <summary>A journal as tidy tables in one zip file, for statistics and spreadsheets.</summary>
/// <remarks>
/// observations.csv has a row a value, days.csv a row a local day, events.csv what happened, codebook.csv what the
/// measures are. An empty cell is not known and never a zero. Memory does not grow with the observations.
/// </remarks>
public static class TidyCsv
{
    public static async Task WriteAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        Words words,
        Stream to,
        CancellationToken stop = default
    )
    {
        var codebook = new Codebook(await journal.MeasuresAsync(catalogue, stop), words);
        using var zip = new ExportZip(to, journal.Now);
        await WriteObservationsAsync(zip, journal, codebook, stop);
        await WriteDaysAsync(zip, journal, catalogue, codebook, stop);
        await WriteEventsAsync(zip, journal, stop);
        using var measures = zip.Sheet("codebook.csv", Codebook.Columns);
        foreach (var row in codebook.Rows())
            measures.Add(row);
    }

    private static async Task WriteObservationsAsync(
        ExportZip zip,
        Journal journal,
        Codebook codebook,
        CancellationToken stop
    )
    {
        using var sheet = zip.Sheet("observations.csv", ObservationRow.Columns);
        await foreach (var row in new Observations(journal).EachAsync(stop))
        {
            codebook.Saw(row.Measure);
            sheet.Add(row.Cells());
        }
    }

    private static async Task WriteEventsAsync(ExportZip zip, Journal journal, CancellationToken stop)
    {
        using var sheet = zip.Sheet("events.csv", EventRow.Columns);
        await foreach (var row in new Events(journal).EachAsync(stop))
            sheet.Add(row.Cells());
    }

    private static async Task WriteDaysAsync(
        ExportZip zip,
        Journal journal,
        MeasureCatalogue catalogue,
        Codebook codebook,
        CancellationToken stop
    )
    {
        var series = await DaySeriesReader.ReadAsync(journal, catalogue, stop: stop);
        var columns = series?.Columns ?? [];
        using var sheet = zip.Sheet("days.csv", ["date", .. columns.Select(c => c.Key.Name)]);
        foreach (var column in columns)
            codebook.Saw(column.Key.Name);
        for (var row = 0; row < series?.Days; row++)
            sheet.Add([Written.Day(series.DayAt(row)), .. columns.Select(c => Cell(c.Values[row]))]);
    }

    private static string? Cell(double value) => double.IsNaN(value) ? null : Written.Number(value);
}
