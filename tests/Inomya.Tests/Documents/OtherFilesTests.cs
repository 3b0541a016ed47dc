using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Inomya.Content;
using Inomya.Documents;
using Inomya.Reports;
using Inomya.Tests.Medicines;
using Inomya.Tests.Reports;

namespace Inomya.Tests.Documents;

/// <summary>A report as plain text and as a Word document: the same words and numbers.</summary>
public class OtherFilesTests
{
    private static readonly Words English = new(Shelf.Content);

    private static readonly Lazy<Task<ReportSource>> Source = new(async () =>
        await ReportJournal.SourceAsync(await ReportJournal.MakeAsync())
    );

    public static TheoryData<string> Audiences => [.. ReportWriter.Audiences(Shelf.Content)];

    private static async Task<ReportDocument> ReportAsync(string audience) =>
        ReportWriter.Write(Shelf.Reports, English, await Source.Value, audience);

    [Theory, MemberData(nameof(Audiences))]
    public async Task The_text_has_every_word_of_the_report(string audience)
    {
        var report = await ReportAsync(audience);
        var text = PlainText.Write(report, English);
        // the first cell of a row names it and needs no name of its own
        var unsaid = report.Sections.SelectMany(s => s.Blocks).OfType<TableBlock>().Select(t => t.Head[0]).ToHashSet();
        Assert.All(PdfReading.Said(report).Where(s => !unsaid.Contains(s)), said =>
            Assert.Contains(said, text, StringComparison.Ordinal)
        );
    }

    [Theory, MemberData(nameof(Audiences))]
    public async Task The_Word_document_is_valid_and_has_every_word_of_the_report(string audience)
    {
        var report = await ReportAsync(audience);
        using var bytes = new MemoryStream(WordDocument.Write(report, English));
        using var file = WordprocessingDocument.Open(bytes, isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013)
                .Validate(file)
                .Select(e => $"{e.Path?.XPath}: {e.Description}")
        );
        var body = file.MainDocumentPart!.Document!.Body!;
        var text = string.Join('\n', body.Descendants<Paragraph>().Select(p => p.InnerText));
        Assert.All(PdfReading.Said(report), said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.Equal(
            report.Sections.Count + 1,
            body.Descendants<ParagraphStyleId>()
                .Count(s => s.Val!.Value!.StartsWith("Heading", StringComparison.Ordinal))
        );
        Assert.All(body.Descendants<Table>(), t => Assert.Single(t.Descendants<TableHeader>()));
    }

    [Fact]
    public void What_XML_cannot_hold_does_not_break_the_Word_document()
    {
        using var bytes = new MemoryStream(
            WordDocument.Write(MadeReports.With("a\u0000\u0001\uFFFF\uD800b 🙂"), English)
        );
        using var file = WordprocessingDocument.Open(bytes, isEditable: false);
        Assert.Contains("b 🙂", file.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_a_person_wrote_one_below_the_other_stay_so_in_the_Word_document()
    {
        using var bytes = new MemoryStream(WordDocument.Write(MadeReports.With("one\ntwo\r\nthree"), English));
        using var file = WordprocessingDocument.Open(bytes, isEditable: false);
        Assert.Equal("one two three", file.PackageProperties.Title);
        var title = file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().First();
        Assert.Equal(["one", "two", "three"], title.Descendants<Text>().Select(t => t.Text));
        Assert.Equal(2, title.Descendants<Break>().Count());
        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013)
                .Validate(file)
                .Select(e => $"{e.Path?.XPath}: {e.Description}")
        );
    }

    [Fact]
    public void A_file_is_chosen_by_its_ending()
    {
        Assert.Equal([".docx", ".pdf", ".txt"], ReportFile.Endings.Order());
        Assert.Equal("application/pdf", ReportFile.TypeOf(".pdf"));
        Assert.Null(ReportFile.TypeOf(".exe"));
    }
}
