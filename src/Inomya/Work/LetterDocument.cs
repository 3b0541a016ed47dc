using Inomya.Reports;
using NodaTime;

namespace Inomya.Work;

/// <summary>A letter as a document: its own lines and no word more, neither in it nor in what a file says of itself.</summary>
public static class LetterDocument
{
    public static ReportDocument Of(string title, string text, LocalDate madeOn) =>
        new(
            title,
            "",
            "letter",
            madeOn,
            [
                new ReportSection(
                    "letter",
                    "",
                    [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => new TextBlock(line))]
                ),
            ]
        )
        {
            IsLetter = true,
        };
}
