using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Inomya.Content;
using Inomya.Reports;

namespace Inomya.Documents;

/// <summary>
/// A report as a Word document that can be edited before it leaves: headings, lists and tables as such. Pictures are told
/// in words; who wants to see them takes the PDF.
/// </summary>
public static class WordDocument
{
    public static byte[] Write(ReportDocument report, Words words)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = OneLine(report.Title);
            file.PackageProperties.Language = words.Language;
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Of(words.Language);
            main.Document = new Document(new Body([.. Parts(report, words), Paper()]));
        }
        return bytes.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Parts(ReportDocument report, Words words)
    {
        yield return Paragraph(report.Title, WordStyles.Title);
        if (report.Period.Length > 0)
            yield return Paragraph(report.Period);
        foreach (var section in report.Sections)
        {
            if (section.Heading.Length > 0)
                yield return Paragraph(section.Heading, WordStyles.Heading);
            foreach (var part in section.Blocks.SelectMany(b => Parts(b, words)))
                yield return part;
        }
    }

    private static IEnumerable<OpenXmlElement> Parts(ReportBlock block, Words words) =>
        block switch
        {
            TextBlock text => [Paragraph(text.Text)],
            FactsBlock facts => facts.Facts.Select(f => Fact(f.Name, f.Value)),
            ListBlock list => list.Items.Select(i => Paragraph($"• {i}")),
            TableBlock table => [TableOf(table), Paragraph("")],
            LinesBlock lines => Enumerable
                .Range(1, lines.Count)
                .Select(i => Paragraph($"{i}. "))
                .Prepend(Paragraph(lines.Label)),
            ChecksBlock checks => checks.Items.Select(i => Paragraph($"☐ {i}")).Prepend(Paragraph(checks.Label)),
            CourseBlock course => [Paragraph($"{course.Title}. {course.Summary}")],
            PlacesBlock places => [Paragraph($"{places.Title}. {places.Summary}")],
            _ => throw new InvalidOperationException(
                $"Say in {nameof(WordDocument)} how {block.GetType().Name} looks."
            ),
        };

    private static Paragraph Fact(string name, string value) =>
        new(RunOf($"{name}: ", bold: true), RunOf(value, bold: false));

    private static Paragraph Paragraph(string text, string? style = null)
    {
        var paragraph = new Paragraph(RunOf(text, bold: false));
        if (style is not null)
            paragraph.ParagraphProperties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        return paragraph;
    }

    private static Run RunOf(string text, bool bold)
    {
        var run = new Run();
        foreach (var (i, line) in LinesOf(text).Index())
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(Legal(line)) { Space = SpaceProcessingModeValues.Preserve });
        }
        if (bold)
            run.RunProperties = new RunProperties(new Bold());
        return run;
    }

    private static string[] LinesOf(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static string OneLine(string text) => Legal(string.Join(' ', LinesOf(text)));

    /// <summary>What XML cannot hold is left out.</summary>
    private static string Legal(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value is '\t' or >= ' ' and not (0xFFFE or 0xFFFF)));

    private static Table TableOf(TableBlock table)
    {
        var borders = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 },
            new BottomBorder { Val = BorderValues.Single, Size = 4 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 2 }
        );
        var width = new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct };
        return new Table([
            new TableProperties(width, borders, new TableCaption { Val = OneLine(table.Caption) }),
            new TableGrid([.. table.Head.Select(_ => new GridColumn())]),
            RowOf(table.Head, isHead: true),
            .. table.Rows.Select(row => RowOf(row, isHead: false)),
        ]);
    }

    private static TableRow RowOf(IReadOnlyList<string> cells, bool isHead)
    {
        var row = new TableRow();
        if (isHead)
            row.Append(new TableRowProperties(new TableHeader()));
        for (var i = 0; i < cells.Count; i++)
            row.Append(new TableCell(new Paragraph(RunOf(cells[i], bold: isHead || i == 0))));
        return row;
    }

    /// <summary>A4 with narrow margins, in twentieths of a point.</summary>
    private static SectionProperties Paper() =>
        new(
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 850,
                Bottom = 850,
                Left = 964,
                Right = 964,
            }
        );
}
