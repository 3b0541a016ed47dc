using System.Globalization;
using System.Text;
using Inomya.Analysis;
using Inomya.Reports;

namespace Inomya.Tests.Reports;

/// <summary>A report as plain text: every word and number that a reader is given, pictures as what they show.</summary>
internal static class ReportText
{
    public static string Of(ReportDocument document)
    {
        var text = new StringBuilder();
        text.AppendLine(document.Title).AppendLine(document.Period);
        foreach (var section in document.Sections)
        {
            text.AppendLine().Append("== ").AppendLine(section.Heading);
            foreach (var block in section.Blocks)
                text.AppendLine(Of(block));
        }
        // what changes with every release is no change of the report
        return text.ToString()
            .ReplaceLineEndings("\n")
            .Replace(typeof(ReportWriter).Assembly.GetName().Version!.ToString(3), "VERSION", StringComparison.Ordinal)
            .Replace(Engine.Version, "ENGINE", StringComparison.Ordinal);
    }

    private static string Of(ReportBlock block) =>
        block switch
        {
            TextBlock text => text.Text,
            ListBlock list => string.Join('\n', list.Items.Select(i => $"- {i}")),
            TableBlock table => string.Join(
                '\n',
                table.Rows.Prepend(table.Head).Select(row => $"| {string.Join(" | ", row)} |")
            ),
            FactsBlock facts => string.Join('\n', facts.Facts.Select(f => $"{f.Name}: {f.Value}")),
            LinesBlock lines => $"[{lines.Count} lines: {lines.Label}]",
            ChecksBlock checks => $"{checks.Label}\n{string.Join('\n', checks.Items.Select(i => $"[ ] {i}"))}",
            PlacesBlock places => $"[{places.Title}: {places.Summary} {Shares(places)}]",
            CourseBlock course => $"[{course.Title}: {course.Summary} {Picture(course)}]",
            _ => throw new InvalidOperationException($"Say in {nameof(ReportText)} how {block.GetType().Name} reads."),
        };

    private static string Shares(PlacesBlock places) =>
        string.Join(
            ", ",
            places
                .Share.OrderBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value:0.00}"))
        );

    private static string Picture(CourseBlock course) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{course.Values.Count} days from {course.Start:uuuu-MM-dd}, {course.Values.Count(v => !double.IsNaN(v))} recorded, scale {course.Low} to {course.Top}, smooth {course.Smooth is not null}{string.Concat(course.Flares.Select(f => $", flare {f.From:uuuu-MM-dd} to {f.To:uuuu-MM-dd}"))}{Besides(course)}"
        );

    private static string Besides(CourseBlock course) =>
        string.Concat([
            course.Second is { } second ? $"; and {second.Name}" : "",
            .. course.Bars.Select(b =>
                $"; {b.Name} {string.Join(", ", b.Spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.From:uuuu-MM-dd} to {s.To:uuuu-MM-dd}")))}"
            ),
            .. course.Changes.Select(c =>
                string.Create(CultureInfo.InvariantCulture, $"; {c.Day:uuuu-MM-dd} {c.Label}")
            ),
        ]);
}
