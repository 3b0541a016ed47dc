using System.Text;
using Inomya.Content;
using Inomya.Reports;

namespace Inomya.Documents;

/// <summary>A report as plain text: every word and number of it, and of a picture what it shows.</summary>
public static class PlainText
{
    public static string Write(ReportDocument report, Words words)
    {
        var text = new StringBuilder();
        text.Append(report.Title).Append('\n');
        if (report.Period.Length > 0)
            text.Append(report.Period).Append('\n');
        foreach (var section in report.Sections)
        {
            text.Append('\n');
            if (section.Heading.Length > 0)
                text.Append(section.Heading).Append('\n').Append('-', section.Heading.Length).Append('\n');
            foreach (var block in section.Blocks)
                text.AppendJoin('\n', Lines(block, words)).Append('\n');
        }
        return text.ToString();
    }

    private static IEnumerable<string> Lines(ReportBlock block, Words words) =>
        block switch
        {
            TextBlock text => [text.Text],
            FactsBlock facts => facts.Facts.Select(f => $"{f.Name}: {f.Value}"),
            ListBlock list => list.Items.Select(i => $"- {i}"),
            TableBlock table => table.Rows.Select(row => RowOf(table.Head, row)),
            LinesBlock lines =>
            [
                lines.Label,
                .. Enumerable.Range(1, lines.Count).Select(i => $"{i}. ______________________________"),
            ],
            ChecksBlock checks => checks.Items.Select(i => $"[ ] {i}").Prepend(checks.Label),
            CourseBlock course => [$"[{course.Title}. {course.Summary}]", .. PictureOf(course, words)],
            PlacesBlock places => [$"[{places.Title}. {places.Summary}]"],
            _ => throw new InvalidOperationException($"Say in {nameof(PlainText)} how {block.GetType().Name} reads."),
        };

    /// <summary>"Pain: before 5.2; now 4.1": a screen reader, and who reads on a small screen, need no columns.</summary>
    private static string RowOf(IReadOnlyList<string> head, IReadOnlyList<string> row) =>
        $"- {row[0]}: {string.Join("; ", Enumerable.Range(1, row.Count - 1).Where(i => row[i].Length > 0).Select(i => $"{head[i]}: {row[i]}"))}";

    private static IEnumerable<string> PictureOf(CourseBlock course, Words words)
    {
        foreach (var bar in course.Bars)
            yield return $"- {bar.Name}: {string.Join(", ", bar.Spans.Select(s => $"{words.ShortDay(s.From)} - {words.ShortDay(s.To)}"))}";
        foreach (var change in course.Changes)
            yield return $"- {words.ShortDay(change.Day)}: {change.Label}";
    }
}
