using System.Globalization;
using CsvHelper;

namespace Inomya.Series;

/// <summary>Writes a series as a table: "date", then a column a measure; an empty cell was not recorded.</summary>
public static class SeriesCsv
{
    /// <param name="series">Null writes the header of an empty table.</param>
    public static void Write(DaySeries? series, TextWriter text)
    {
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        WriteHeader(csv, series?.Columns ?? []);
        for (var row = 0; row < series?.Days; row++)
            WriteRow(csv, series, row);
    }

    private static void WriteHeader(CsvWriter csv, IReadOnlyList<DayColumn> columns)
    {
        csv.WriteField("date");
        foreach (var column in columns)
            csv.WriteField(column.Key.Name);
        csv.NextRecord();
    }

    private static void WriteRow(CsvWriter csv, DaySeries series, int row)
    {
        csv.WriteField(series.DayAt(row).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        foreach (var column in series.Columns)
            csv.WriteField(Cell(column.Values[row]));
        csv.NextRecord();
    }

    private static string Cell(double value) =>
        double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
