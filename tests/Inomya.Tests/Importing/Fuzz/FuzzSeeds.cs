using System.IO.Compression;
using System.Text;
using Inomya.Tests.Importing.Apps;
using Inomya.Tests.Importing.Devices;

namespace Inomya.Tests.Importing.Fuzz;

/// <summary>One whole file of every format that is brought in, to be broken. Of nobody.</summary>
internal static class FuzzSeeds
{
    private const string Apple = """
        <?xml version="1.0"?><!DOCTYPE HealthData [<!ELEMENT HealthData ANY>]><HealthData locale="en_ES">
        <Record type="HKQuantityTypeIdentifierStepCount" sourceName="W" unit="count" value="5" startDate="2026-06-29 08:00:00 +0200" endDate="2026-06-29 08:10:00 +0200"><MetadataEntry key="HKWasUserEntered" value="1"/></Record>
        <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="W" value="HKCategoryValueSleepAnalysisAsleepREM" startDate="2026-06-29 01:00:00 +0200" endDate="2026-06-29 02:00:00 +0200"/>
        <Record type="HKCategoryTypeIdentifierHeadache" sourceName="P" value="HKCategoryValueSeverityMild" startDate="2026-06-29 01:00:00 +0200" endDate="2026-06-29 02:00:00 +0200"/>
        <Workout workoutActivityType="HKWorkoutActivityTypeWalking" duration="30" sourceName="W" startDate="2026-06-29 09:00:00 +0200" endDate="2026-06-29 09:30:00 +0200"/></HealthData>
        """;

    private const string Flaredown = """
        user_id,age,sex,country,checkin_date,trackable_id,trackable_type,trackable_name,trackable_value
        u1,,,,2026-01-01,1,Symptom,Pain,3
        u1,,,,2026-01-02,2,Treatment,Rest,1.0
        """;

    private const string Days = "date,pain,stress\n2026-01-01,3,4\n02/01/2026,\"7,5\",\n2026-01-03,x,2\n";

    private const string Sheet = """
        <table:table-row><table:table-cell office:value-type="string"><text:p>date</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>pain</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:value-type="date" office:date-value="2026-01-01"/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="4"/></table:table-row>
        """;

    /// <summary>Name and bytes.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } =
    [
        ("export.xml", Bytes(Apple)),
        ("flaredown.csv", Bytes(Flaredown)),
        ("days.csv", Bytes(Days)),
        .. DeviceSamples.All.Select(s => (s.Name, Bytes(s.Text))),
        .. AppShape.All.Select(s => (s.File, Bytes(s.Text([.. RowsOf(s)])))),
        ("days.ods", OpenDocument(Sheet)),
        ("days.xlsx", Excel()),
        ("export.zip", Zip([("a/export.xml", Apple), ("b/ingest.json", DeviceSamples.All[0].Text)])),
    ];

    /// <summary>The same file packed, so that what is in it is broken and the archive around it is whole.</summary>
    public static byte[] Packed(string name, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open())
            entry.Write(bytes);
        return packed.ToArray();
    }

    private static IEnumerable<string[]> RowsOf(AppShape shape) =>
        Enumerable.Range(0, 2).Select(row => shape.Cells.Select(cell => cell[row % cell.Length]).ToArray());

    private static byte[] OpenDocument(string rows) =>
        Zip([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            (
                "content.xml",
                $"""
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="d">{rows}</table:table></office:spreadsheet></office:body></office:document-content>
                """
            ),
        ]);

    private static byte[] Excel() =>
        Zip([
            (
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/s.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""
            ),
            (
                "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            ),
            (
                "xl/workbook.xml",
                """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="d" sheetId="1" r:id="r1"/></sheets></workbook>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="s.xml"/></Relationships>"""
            ),
            (
                "xl/s.xml",
                """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>date</t></is></c><c r="B1" t="inlineStr"><is><t>pain</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>2026-01-01</t></is></c><c r="B2"><v>4</v></c></row></sheetData></worksheet>"""
            ),
        ]);

    private static byte[] Zip((string Name, string Text)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Bytes(text));
            }
        return packed.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
