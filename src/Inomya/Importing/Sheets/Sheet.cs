using System.Globalization;
using System.Text;
using CsvHelper;

namespace Inomya.Importing;

/// <summary>A sheet of a workbook, written as the table in text that all tables are read from.</summary>
internal static class Sheet
{
    /// <summary>More rows than a sheet has.</summary>
    private const int MostRows = 1_048_576;

    private const long MostCells = 20_000_000;

    /// <summary>The first sheet of a workbook of Excel or OpenDocument with anything in it; null for a file that is no workbook.</summary>
    /// <exception cref="ImportException">It is damaged, or holds more than any sheet.</exception>
    public static Stream? Of(BroughtFile file)
    {
        if (!Archive.IsOne(file))
            return null;
        var (isOds, isXlsx) = (OdsRows.IsOne(file), XlsxRows.IsOne(file));
        if (!isOds && !isXlsx)
            return null;
        Archive.CheckHeld(file);
        return Written(isOds ? OdsRows.Read(file) : XlsxRows.Read(file));
    }

    private static MemoryStream Written(IEnumerable<IReadOnlyList<string>> rows)
    {
        var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true))
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
            Write(csv, rows);
        bytes.Position = 0;
        return bytes;
    }

    private static void Write(CsvWriter csv, IEnumerable<IReadOnlyList<string>> rows)
    {
        var (written, cells) = (0, 0L);
        foreach (var row in rows)
        {
            cells += row.Count;
            if (++written > MostRows || cells > MostCells)
                throw new ImportException(ImportProblem.RowTooLong, $"{written}");
            foreach (var cell in row)
                csv.WriteField(cell);
            csv.NextRecord();
        }
    }

    /// <summary>A number as every reader takes it: with a point and no groups.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A day, with its hour where it has one.</summary>
    public static string Moment(DateTime moment) =>
        moment.TimeOfDay == TimeSpan.Zero
            ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
