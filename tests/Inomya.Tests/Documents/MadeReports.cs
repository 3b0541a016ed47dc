using Inomya.Charts;
using Inomya.Reports;
using Inomya.Story;
using NodaTime;

namespace Inomya.Tests.Documents;

/// <summary>A report with one of every block, and any words in them.</summary>
internal static class MadeReports
{
    private static readonly LocalDate Day = new(2026, 11, 22);

    public static ReportDocument With(string text, int rows = 3)
    {
        var values = Enumerable
            .Range(0, 90)
            .Select(i => i % 13 == 0 ? double.NaN : 5 + Math.Sin(i / 5.0) * 4)
            .ToArray();
        return new(
            text,
            text,
            "doctor",
            Day,
            [
                new ReportSection(
                    "a",
                    text,
                    [new TextBlock(text), new FactsBlock([(text, text)]), new LinesBlock(text, 3)]
                ),
                new ReportSection(
                    "b",
                    text,
                    [
                        new ListBlock([text, "b", text]),
                        new TableBlock(
                            text,
                            ["c", text, "d"],
                            [.. Enumerable.Range(0, rows).Select(i => (string[])[text, $"{i}", i % 2 == 0 ? "" : text])]
                        ),
                    ]
                ),
                new ReportSection("d", text, [new ChecksBlock(text, [text, "g"])]),
                new ReportSection("c", "f", [Course(text, values), Places(text)]),
            ]
        );
    }

    public static CourseBlock Course(string text, double[] values) =>
        new(
            "course",
            text,
            text,
            Day.PlusDays(-89),
            values,
            0,
            10,
            null,
            [(Day.PlusDays(-9), Day)],
            [Day.PlusDays(-40)]
        )
        {
            Name = text,
            Second = new CourseLine(text, values),
            Bars = [new CourseBar(text, [(Day.PlusDays(-50), Day)]), new CourseBar("g", [(Day.PlusDays(-89), Day)])],
            Changes = [new CourseChange(Day.PlusDays(-30), text)],
        };

    private static PlacesBlock Places(string text) =>
        new(text, text, BodyShapes.All.ToDictionary(r => r, r => r.Length / 20.0));
}
