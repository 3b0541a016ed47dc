using System.Security.Cryptography;
using System.Text;
using Inomya.Content;
using Inomya.Reports;
using Inomya.Story;

namespace Inomya.Visits;

/// <summary>
/// What changed since the last visit, in the sentences of the report and the story: no number here is worked out, each
/// is the very text that a doctor reads.
/// </summary>
public static class ChangedText
{
    /// <summary>Lines of text; empty where nothing can be told.</summary>
    public static string Of(ReportShelf shelf, Words words, ReportSource source)
    {
        var report = ReportWriter.Write(shelf, words, source, "doctor");
        var since = BlocksOf(report, "since");
        IEnumerable<string> lines =
        [
            .. since.OfType<TableBlock>().SelectMany(t => LinesOf(t, words)),
            .. since.OfType<TextBlock>().Select(t => t.Text),
            .. BlocksOf(report, "picture").OfType<TextBlock>().Select(t => t.Text),
            .. source.Story is { } story ? ScoresOf(new StorySentences(words, story), shelf, story) : [],
        ];
        return string.Join('\n', lines);
    }

    /// <summary>Tells whether a text is still the one that the app made.</summary>
    public static string MarkOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").Trim())));

    private static IReadOnlyList<ReportBlock> BlocksOf(ReportDocument report, string section) =>
        report.Sections.FirstOrDefault(s => s.Id == section)?.Blocks ?? [];

    private static IEnumerable<string> LinesOf(TableBlock table, Words words)
    {
        yield return words["visits.changed.head", ("now", table.Head[2]), ("before", table.Head[1])];
        foreach (var row in table.Rows)
            yield return row[3].Length > 0
                ? words[
                    "visits.changed.row.difference",
                    ("name", row[0]),
                    ("now", row[2]),
                    ("before", row[1]),
                    ("difference", row[3])
                ]
                : words["visits.changed.row", ("name", row[0]), ("now", row[2]), ("before", row[1])];
    }

    /// <summary>What a report tells only when it is asked for stays out of here too.</summary>
    private static IEnumerable<string> ScoresOf(StorySentences sentences, ReportShelf shelf, PersonStory story) =>
        story
            .ChangedScores.Zip(sentences.Scores)
            .Where(s => !shelf.Rules.PrivateInstruments.Contains(s.First.Instrument.Id))
            .Select(s => s.Second);
}
