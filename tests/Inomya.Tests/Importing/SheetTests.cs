using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Inomya.Importing;

namespace Inomya.Tests.Importing;

public class SheetTests
{
    internal const string OdsRows = """
        <table:table-row><table:table-cell office:value-type="string"><text:p>day</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>pain</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>steps</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:value-type="date" office:date-value="2026-01-01"><text:p>01.01.26</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="4"><text:p>4,00</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        """;

    private static readonly string Map = Files.Map(
        ("pain", """{"measure": "pain"}"""),
        ("steps", """{"measure": "steps"}""")
    );

    private static ImportReading Read(MemoryStream file) =>
        Files.Read(file, new ImportOptions { Map = CsvMap.Parse(Map), Name = "diary" });

    private static Cell Text(string text) =>
        new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static Cell Number(string number, uint style = 0) =>
        new() { CellValue = new CellValue(number), StyleIndex = style };

    /// <summary>A workbook with an empty sheet first, days as numbers in a format of days, and a cell left out.</summary>
    internal static MemoryStream Excel()
    {
        var bytes = new MemoryStream();
        var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var styles = book.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = new Stylesheet(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 170, FormatCode = "dd\\.mm\\.yyyy" }),
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = 14 },
                new CellFormat { NumberFormatId = 170 }
            )
        );
        var empty = book.AddNewPart<WorksheetPart>();
        empty.Worksheet = new Worksheet(new SheetData());
        var full = book.AddNewPart<WorksheetPart>();
        full.Worksheet = new Worksheet(
            new SheetData(
                new Row(Text("day"), Text("pain"), Text("steps")),
                new Row(Number("46023", 1), Number("4"), Number("4321.5")),
                new Row(Number("46024", 2), new Cell { CellReference = "C3", CellValue = new CellValue("100") })
            )
        );
        book.Workbook = new Workbook(
            new Sheets(
                new DocumentFormat.OpenXml.Spreadsheet.Sheet
                {
                    Id = book.GetIdOfPart(empty),
                    SheetId = 1,
                    Name = "empty",
                },
                new DocumentFormat.OpenXml.Spreadsheet.Sheet
                {
                    Id = book.GetIdOfPart(full),
                    SheetId = 2,
                    Name = "diary",
                }
            )
        );
        document.Dispose();
        return bytes;
    }

    internal static MemoryStream OpenDocument(string rows)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", CompressionLevel.NoCompression);
            Put(
                zip,
                "content.xml",
                $"""
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
                <office:body><office:spreadsheet><table:table table:name="diary">{rows}</table:table></office:spreadsheet></office:body></office:document-content>
                """,
                CompressionLevel.Optimal
            );
        }
        return bytes;
    }

    internal static MemoryStream Zipped(params (string Name, string Text)[] files)
    {
        var bytes = new MemoryStream();
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, text) in files)
            Put(zip, name, text, CompressionLevel.NoCompression);
        return bytes;
    }

    private static void Put(ZipArchive zip, string name, string text, CompressionLevel level)
    {
        using var stream = zip.CreateEntry(name, level).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public void A_workbook_is_read_by_its_first_sheet_with_anything_in_it_and_its_days_are_days() =>
        Assert.Equal(["2026-01-01=4", "2026-01-01=4321.5", "2026-01-02=100"], Read(Excel()).Values());

    [Fact]
    public void A_sheet_of_OpenDocument_is_read_by_the_types_of_its_cells()
    {
        Assert.Equal(["2026-01-01=4", "2026-01-01=4"], Read(OpenDocument(OdsRows)).Values());
    }

    [Fact]
    public void A_damaged_workbook_is_refused_in_words()
    {
        var whole = Excel().ToArray();
        whole.AsSpan(200, 400).Fill(0x55);
        var refused = Assert.ThrowsAny<ImportException>(() => Read(new MemoryStream(whole)));
        Assert.Equal(ImportProblem.BrokenArchive, refused.Why);
    }
}
