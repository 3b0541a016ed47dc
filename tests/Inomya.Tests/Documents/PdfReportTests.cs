using System.Diagnostics;
using CsCheck;
using Inomya.Content;
using Inomya.Documents;
using Inomya.Reports;
using Inomya.Tests.Medicines;
using Inomya.Tests.Reports;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Inomya.Tests.Documents;

/// <summary>A report as PDF: what it says, in which order, how it is read aloud, and that nothing covers anything.</summary>
public class PdfReportTests
{
    private static readonly Words English = new(Shelf.Content);

    private static readonly Lazy<Task<ReportSource>> Source = new(async () =>
        await ReportJournal.SourceAsync(await ReportJournal.MakeAsync())
    );

    public static TheoryData<string, string> Reports
    {
        get
        {
            var reports = new TheoryData<string, string>();
            foreach (var audience in ReportWriter.Audiences(Shelf.Content))
            foreach (var language in Words.Languages(Shelf.Content))
                reports.Add(audience, language);
            return reports;
        }
    }

    private static async Task<ReportDocument> ReportAsync(string audience, Words words) =>
        ReportWriter.Write(
            Shelf.Reports,
            words,
            await Source.Value,
            audience,
            ReportWriter.MayHave(Shelf.Content, audience)
        );

    [Theory, MemberData(nameof(Reports))]
    public async Task Every_word_of_a_report_is_in_its_PDF_in_reading_order(string audience, string language)
    {
        var words = new Words(Shelf.Content, language);
        var report = await ReportAsync(audience, words);
        using var file = PdfDocument.Open(PdfReport.Write(report, words));
        var text = PdfReading.Text(file, words, report.Title);
        var at = 0;
        foreach (var said in PdfReading.Said(report).Select(PdfReading.Bare))
        {
            var found = text.IndexOf(said, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{said}' does not come after '{text[Math.Max(0, at - 60)..at]}'");
            at = found + said.Length;
        }
        Assert.Empty(PdfReading.Overprinted(file));
        Assert.Empty(PdfReading.OffThePaper(file));
    }

    [Theory, MemberData(nameof(Reports))]
    public async Task A_screen_reader_is_told_what_everything_is(string audience, string language)
    {
        var words = new Words(Shelf.Content, language);
        var report = await ReportAsync(audience, words);
        using var file = PdfDocument.Open(PdfReport.Write(report, words));
        var catalog = file.Structure.Catalog.CatalogDictionary;
        Assert.Equal(language, ((StringToken)catalog.Data["Lang"]).Data);
        Assert.Equal(report.Title, file.Information.Title);
        var tags = PdfTag.Of(file).SelectMany(t => t.All).ToList();
        Assert.Single(tags, t => t.Name == "H1");
        Assert.Equal(report.Sections.Count, tags.Count(t => t.Name == "H2"));
        var blocks = report.Sections.SelectMany(s => s.Blocks).ToList();
        Assert.Equal(blocks.OfType<CourseBlock>().Count(), tags.Count(t => t.Name == "H3"));
        var pictures = blocks.Count(b => b is CourseBlock or PlacesBlock);
        Assert.Equal(pictures, tags.Count(t => t.Name == "Figure"));
        Assert.All(tags.Where(t => t.Name == "Figure"), f => Assert.True(f.Alt?.Length > 10));
        AssertTables(tags, blocks.OfType<TableBlock>().ToList());
        Assert.Equal(blocks.OfType<ListBlock>().Sum(l => l.Items.Count), tags.Count(t => t.Name == "LI"));
    }

    /// <summary>A table that goes on over a page is two, each with its head.</summary>
    private static void AssertTables(List<PdfTag> tags, List<TableBlock> blocks)
    {
        var tables = tags.Where(t => t.Name == "Table").ToList();
        Assert.True(tables.Count >= blocks.Count);
        foreach (var table in tables)
        {
            Assert.All(table.Inside, row => Assert.Equal("TR", row.Name));
            Assert.All(table.Inside[0].Inside, cell => Assert.Equal("TH", cell.Name));
            Assert.All(table.Inside.Skip(1), row => Assert.Equal("TH", row.Inside[0].Name));
            Assert.All(table.Inside.Skip(1).SelectMany(r => r.Inside.Skip(1)), cell => Assert.Equal("TD", cell.Name));
        }
        Assert.Equal(blocks.Sum(b => b.Rows.Count), tables.Sum(t => t.Inside.Count - 1));
    }

    [Fact]
    public void Any_words_are_written_and_none_over_another() =>
        Gen.OneOf(
                Gen.String[0, 60],
                Gen.String[Gen.Char["aé ñŁж Ω—-א"], 0, 300],
                Gen.Char.Select(c => new string(c, 200))
            )
            .Sample(
                text =>
                {
                    using var file = PdfDocument.Open(PdfReport.Write(MadeReports.With(text), English));
                    Assert.Empty(PdfReading.OffThePaper(file));
                    return file.NumberOfPages > 0;
                },
                iter: 40
            );

    [Theory]
    [InlineData("Zoë Żółć-Ñandú, Ağrı Đặng")]
    [InlineData("Ελένη Παπαδοπούλου")]
    [InlineData("Олена Щербак, Ђорђе")]
    [InlineData("Անահիտ, ნინო")]
    public void A_name_in_these_scripts_is_written_as_it_is(string name)
    {
        var report = MadeReports.With(name);
        using var file = PdfDocument.Open(PdfReport.Write(report, English));
        Assert.Contains(PdfReading.Bare(name), PdfReading.Text(file, English, name), StringComparison.Ordinal);
        Assert.DoesNotContain(
            PdfReading.Bare(English["report.pdf.boxes"]),
            PdfReading.Text(file, English, name),
            StringComparison.Ordinal
        );
        Assert.Empty(PdfReading.Overprinted(file));
    }

    [Fact]
    public void Hebrew_stands_from_right_to_left()
    {
        using var file = PdfDocument.Open(PdfReport.Write(MadeReports.With("שרה לוי"), English));
        Assert.Contains("יולהרש", PdfReading.Bare(file.GetPage(1).Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("王小明")]
    [InlineData("فاطمة")]
    [InlineData("प्रिया")]
    [InlineData("สมชาย")]
    [InlineData("🙂")]
    public void What_no_font_can_draw_is_a_box_and_the_reader_is_told(string name)
    {
        using var file = PdfDocument.Open(PdfReport.Write(MadeReports.With(name), English));
        var text = PdfReading.Bare(string.Concat(file.GetPages().Select(p => p.Text)));
        Assert.Contains(PdfFonts.Box, text, StringComparison.Ordinal);
        Assert.Contains(PdfReading.Bare(English["report.pdf.boxes"]), text, StringComparison.Ordinal);
        Assert.Contains(name, PlainText.Write(MadeReports.With(name), English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_goes_on_has_its_head_on_every_page()
    {
        using var file = PdfDocument.Open(PdfReport.Write(MadeReports.With("word", rows: 200), English));
        Assert.True(file.NumberOfPages > 3);
        var tables = PdfTag.Of(file).SelectMany(t => t.All).Where(t => t.Name == "Table").ToList();
        Assert.True(tables.Count > 2);
        Assert.Equal(200, tables.Sum(t => t.Inside.Count - 1));
        Assert.All(tables, t => Assert.All(t.Inside[0].Inside, cell => Assert.Equal("TH", cell.Name)));
        Assert.Empty(PdfReading.Overprinted(file));
    }

    [Fact]
    public void A_report_with_a_limit_is_set_smaller_until_it_keeps_to_it()
    {
        var report = MadeReports.With("word", rows: 70);
        using var usual = PdfDocument.Open(PdfReport.Write(report, English));
        Assert.Equal(3, usual.NumberOfPages);
        using var limited = PdfDocument.Open(PdfReport.Write(report with { MostPages = 2 }, English));
        Assert.Equal(2, limited.NumberOfPages);
        Assert.Empty(PdfReading.Overprinted(limited));
    }

    [Fact]
    public async Task A_file_is_small_and_its_fonts_are_inside()
    {
        var bytes = PdfReport.Write(await ReportAsync("doctor", English), English);
        Assert.InRange(bytes.Length, 10_000, 200_000);
        using var file = PdfDocument.Open(bytes);
        Assert.All(file.GetPages().SelectMany(p => p.Letters), l =>
            Assert.Matches("(?i)atkinson|dejavu", l.FontName ?? "")
        );
        Assert.Contains("FontFile2", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poppler_reads_the_same_structure_where_it_is_there()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdfinfo"), "There is no pdfinfo here.");
        var path = Path.Combine(Directory.CreateTempSubdirectory("inomya-pdf-").FullName, "report.pdf");
        await File.WriteAllBytesAsync(path, PdfReport.Write(await ReportAsync("doctor", English), English));
        var (info, errors) = await RunAsync("/usr/bin/pdfinfo", path);
        Assert.Contains("Tagged:          yes", info, StringComparison.Ordinal);
        var (tree, more) = await RunAsync("/usr/bin/pdfinfo", "-struct-text", path);
        Assert.Equal("", errors + more);
        Assert.Contains("Symptom report: Ana", tree, StringComparison.Ordinal);
        Assert.Contains("Figure", tree, StringComparison.Ordinal);
    }

    private static async Task<(string Out, string Error)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (await output, await error);
    }
}
