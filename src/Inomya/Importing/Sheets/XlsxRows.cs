using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Inomya.Importing;

/// <summary>The rows of a workbook of Excel: what each cell holds, days as days and not as their numbers.</summary>
internal sealed class XlsxRows
{
    private const uint FirstOwnFormat = 164;

    /// <summary>Some workbooks count days from 1904: so many after the others.</summary>
    private const int DaysTo1904 = 1462;

    /// <summary>The end of the year 9999, as workbooks count days.</summary>
    private const double LastDay = 2_958_465;

    /// <summary>The formats of days and times that Excel knows without being told (ECMA-376, 18.8.30).</summary>
    private static readonly HashSet<uint> DayFormats =
    [
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        27,
        30,
        36,
        45,
        46,
        47,
        50,
        57,
    ];

    private readonly IReadOnlyList<string> _texts;
    private readonly HashSet<int> _dayStyles;
    private readonly bool _from1904;

    private XlsxRows(WorkbookPart book)
    {
        _texts = TextsOf(book);
        _dayStyles = DayStylesOf(book);
        _from1904 = book.Workbook?.WorkbookProperties?.Date1904?.Value ?? false;
    }

    public static bool IsOne(BroughtFile file) => Archive.Holds(file, "xl/workbook.xml");

    public static IEnumerable<IReadOnlyList<string>> Read(BroughtFile file)
    {
        try
        {
            using var stream = file.Open();
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            return document.WorkbookPart is { Workbook: not null } book ? FirstFilled(book) : [];
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new ImportException(ImportProblem.BrokenArchive, file.ShortName);
        }
    }

    /// <summary>What the library throws at a workbook that was damaged.</summary>
    private static bool IsDamage(Exception e) =>
        e
            is OpenXmlPackageException
                or InvalidDataException
                or FileFormatException
                or System.Xml.XmlException
                or FormatException
                or InvalidOperationException
                or ArgumentException
                or KeyNotFoundException
                or UriFormatException;

    private static List<IReadOnlyList<string>> FirstFilled(WorkbookPart book)
    {
        var rows = new XlsxRows(book);
        return book.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Select(sheet => sheet.Id?.Value is { } id ? book.GetPartById(id) : null)
            .OfType<WorksheetPart>()
            .Select(rows.Of)
            .FirstOrDefault(of => of.Count > 0, []);
    }

    private List<IReadOnlyList<string>> Of(WorksheetPart sheet)
    {
        var rows = new List<IReadOnlyList<string>>();
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
                rows.Add(CellsOf(row));
        return rows;
    }

    /// <summary>Cells that hold nothing are left out of the file, so each is put where its name says.</summary>
    private List<string> CellsOf(Row row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var place = cell.CellReference?.Value is { } name ? PlaceOf(name) : cells.Count;
            while (cells.Count < place && cells.Count < CsvTable.MostColumns)
                cells.Add("");
            cells.Add(TextOf(cell));
        }
        return cells;
    }

    /// <summary>"AB12" is the 28th column: 27.</summary>
    private static int PlaceOf(string name) =>
        name.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (place, letter) => place * 26 + letter - 'A' + 1) - 1;

    private string TextOf(Cell cell)
    {
        var written = cell.CellValue?.Text ?? cell.InnerText;
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
            return int.TryParse(written, CultureInfo.InvariantCulture, out var i) && i < _texts.Count ? _texts[i] : "";
        if (type == CellValues.Boolean)
            return written == "1" ? "TRUE" : "FALSE";
        if (type is not null && type != CellValues.Number)
            return written;
        return double.TryParse(written, CultureInfo.InvariantCulture, out var number)
            ? NumberOf(cell, number)
            : written;
    }

    private string NumberOf(Cell cell, double number)
    {
        var isDay = cell.StyleIndex?.Value is { } style && _dayStyles.Contains((int)style);
        var day = number + (_from1904 ? DaysTo1904 : 0);
        if (!isDay || day is < 0 or >= LastDay)
            return Sheet.Number(number);
        var moment = ToSeconds(DateTime.FromOADate(day));
        return number < 1 ? moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : Sheet.Moment(moment);
    }

    /// <summary>Part of a day is a fraction that no second is exactly.</summary>
    private static DateTime ToSeconds(DateTime moment) =>
        new((long)Math.Round(moment.Ticks / (double)TimeSpan.TicksPerSecond) * TimeSpan.TicksPerSecond);

    private static IReadOnlyList<string> TextsOf(WorkbookPart book) =>
        book.SharedStringTablePart?.SharedStringTable is { } table
            ? [.. table.Elements<SharedStringItem>().Select(item => item.InnerText)]
            : [];

    private static HashSet<int> DayStylesOf(WorkbookPart book)
    {
        if (book.WorkbookStylesPart?.Stylesheet is not { CellFormats: { } formats } styles)
            return [];
        var own = (styles.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(f => IsOfDays(f.FormatCode?.Value ?? ""))
            .Select(f => f.NumberFormatId!.Value)
            .ToHashSet();
        return
        [
            .. formats
                .Elements<CellFormat>()
                .Index()
                .Where(f =>
                    f.Item.NumberFormatId?.Value is { } id
                    && (DayFormats.Contains(id) || (id >= FirstOwnFormat && own.Contains(id)))
                )
                .Select(f => f.Index),
        ];
    }

    /// <summary>A format with a year, day, hour or second in it, outside of quotes and colours.</summary>
    private static bool IsOfDays(string format)
    {
        var quoted = false;
        var bracket = false;
        foreach (var sign in format)
        {
            quoted ^= sign == '"';
            bracket = sign == '[' || (bracket && sign != ']');
            if (!quoted && !bracket && "ydhsYDHS".Contains(sign, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
