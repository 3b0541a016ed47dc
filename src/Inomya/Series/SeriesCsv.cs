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
        csv.WriteField("date");
        foreach (var column in series?.Columns ?? [])
            csv.WriteField(column.Key.Name);
        csv.NextRecord();
        for (var row = 0; row < series?.Days; row++)
        {
            csv.WriteField(series.DayAt(row).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
            foreach (var column in series.Columns)
                csv.WriteField(
                    double.IsNaN(column.Values[row])
                        ? ""
                        : column.Values[row].ToString("R", CultureInfo.InvariantCulture)
                );
            csv.NextRecord();
        }
    }
}
