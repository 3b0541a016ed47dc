using System.Text;
using Inomya.Content;
using Inomya.Reports;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Inomya.Tests.Documents;

/// <summary>What a PDF says and where, as another program reads it.</summary>
internal static class PdfReading
{
    /// <summary>Everything written, in the order of the file, without spaces and without what stands at the foot.</summary>
    public static string Text(PdfDocument file, Words words, string title)
    {
        var all = new StringBuilder();
        foreach (var page in file.GetPages())
        {
            var text = Bare(page.Text);
            var foot = Bare(words["report.pdf.page", ("n", page.Number), ("of", file.NumberOfPages)]);
            Assert.StartsWith(foot, text, StringComparison.Ordinal);
            text = text[foot.Length..];
            var cut = 0;
            while (cut < Bare(title).Length && cut < text.Length && text[cut] == Bare(title)[cut])
                cut++;
            all.Append(text[(text.ElementAtOrDefault(cut) == '…' ? cut + 1 : cut)..]);
        }
        return all.ToString();
    }

    /// <summary>Every word of a report but those in pictures, in reading order.</summary>
    public static IEnumerable<string> Said(ReportDocument report)
    {
        yield return report.Title;
        yield return report.Period;
        foreach (var section in report.Sections)
        {
            yield return section.Heading;
            foreach (var text in section.Blocks.SelectMany(Said))
                yield return text;
        }
    }

    private static IEnumerable<string> Said(ReportBlock block) =>
        block switch
        {
            TextBlock text => [text.Text],
            FactsBlock facts => facts.Facts.Select(f => $"{f.Name}: {f.Value}"),
            ListBlock list => list.Items,
            TableBlock table => table.Head.Concat(table.Rows.SelectMany(r => r)),
            LinesBlock lines => [lines.Label],
            ChecksBlock checks => checks.Items.Prepend(checks.Label),
            CourseBlock course => [course.Title],
            _ => [],
        };

    public static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Pairs of words whose boxes meet: one is printed over the other.</summary>
    public static IEnumerable<string> Overprinted(PdfDocument file)
    {
        foreach (var page in file.GetPages())
        {
            var words = page.GetWords().Where(w => w.Text.Trim().Length > 0).ToList();
            for (var i = 0; i < words.Count; i++)
            for (var j = i + 1; j < words.Count; j++)
                if (Meet(words[i].BoundingBox, words[j].BoundingBox))
                    yield return $"page {page.Number}: '{words[i].Text}' and '{words[j].Text}'";
        }
    }

    public static IEnumerable<string> OffThePaper(PdfDocument file) =>
        file.GetPages()
            .SelectMany(p =>
                p.GetWords()
                    .Where(w =>
                        w.BoundingBox.Left < 20 || w.BoundingBox.Right > p.Width - 20 || w.BoundingBox.Bottom < 15
                    )
            )
            .Select(w => w.Text);

    /// <summary>By more than a hair.</summary>
    private static bool Meet(PdfRectangle a, PdfRectangle b)
    {
        const double hair = 0.6;
        return a.Left + hair < b.Right && b.Left + hair < a.Right && a.Bottom + hair < b.Top && b.Bottom + hair < a.Top;
    }
}
