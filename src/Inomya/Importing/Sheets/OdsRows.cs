using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Inomya.Importing;

/// <summary>The rows of a sheet of OpenDocument (LibreOffice): what each cell holds, by its own type.</summary>
internal static class OdsRows
{
    private const string Content = "content.xml";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    /// <summary>An empty row or cell may be repeated to the end of the sheet; so many mean none.</summary>
    private const int MostRepeated = 1000;

    private static ReadOnlySpan<byte> Mark => "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"u8;

    public static bool IsOne(BroughtFile file) => file.Head.AsSpan().IndexOf(Mark) >= 0;

    public static IEnumerable<IReadOnlyList<string>> Read(BroughtFile file)
    {
        using var stream = file.Open();
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            if (zip.GetEntry(Content) is not { } content)
                throw new ImportException(ImportProblem.BrokenArchive, file.ShortName);
            using var xml = XmlReader.Create(
                content.Open(),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    IgnoreWhitespace = true,
                    XmlResolver = null,
                }
            );
            return RowsOf(xml);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw new ImportException(ImportProblem.BrokenArchive, file.ShortName);
        }
    }

    /// <summary>Those of the first sheet that holds anything.</summary>
    private static List<IReadOnlyList<string>> RowsOf(XmlReader xml)
    {
        var rows = new List<IReadOnlyList<string>>();
        while (xml.Read() && (rows.Count == 0 || !IsEnd(xml, "table")))
            if (IsStart(xml, "table-row"))
                Add(rows, xml);
        return rows;
    }

    private static void Add(List<IReadOnlyList<string>> rows, XmlReader xml)
    {
        var times = Repeated(xml, "number-rows-repeated");
        var cells = CellsOf(xml);
        if (cells.Count > 0)
            rows.AddRange(Enumerable.Repeat(cells, times));
    }

    private static List<string> CellsOf(XmlReader xml)
    {
        var cells = new List<string>();
        if (xml.IsEmptyElement)
            return cells;
        while (xml.Read() && !IsEnd(xml, "table-row"))
            if (IsStart(xml, "table-cell") || IsStart(xml, "covered-table-cell"))
                Add(cells, xml);
        while (cells.Count > 0 && cells[^1].Length == 0)
            cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    private static void Add(List<string> cells, XmlReader xml)
    {
        var times = Repeated(xml, "number-columns-repeated");
        cells.AddRange(Enumerable.Repeat(CellOf(xml), times));
    }

    private static string CellOf(XmlReader xml)
    {
        var (type, name) = (xml.GetAttribute("value-type", Office), xml.LocalName);
        var value = xml.GetAttribute(type == "date" ? "date-value" : "value", Office);
        var text = TextOf(xml, name);
        return type switch
        {
            "float" or "percentage" or "currency" when value is not null => value,
            "date" when DateTime.TryParse(value, CultureInfo.InvariantCulture, out var day) => Sheet.Moment(day),
            _ => text,
        };
    }

    private static string TextOf(XmlReader xml, string cell)
    {
        if (xml.IsEmptyElement)
            return "";
        var lines = new List<string>();
        while (xml.Read() && !IsEnd(xml, cell))
            if (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI == Text && xml.LocalName == "p")
                lines.Add("");
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace && lines.Count > 0)
                lines[^1] += xml.Value;
        return string.Join('\n', lines);
    }

    private static int Repeated(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute, Table), CultureInfo.InvariantCulture, out var times)
            ? Math.Clamp(times, 1, MostRepeated)
            : 1;

    private static bool IsStart(XmlReader xml, string name) =>
        xml.NodeType == XmlNodeType.Element && xml.NamespaceURI == Table && xml.LocalName == name;

    private static bool IsEnd(XmlReader xml, string name) =>
        xml.NodeType == XmlNodeType.EndElement && xml.NamespaceURI == Table && xml.LocalName == name;
}
