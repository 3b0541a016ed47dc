using Inomya.Bench.People;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Reports;
using Inomya.Tests.Findings;
using Inomya.Tests.Medicines;

namespace Inomya.Tests.Reports;

/// <summary>
/// What the report says of findings is what the findings page says, over made journals, in every language.
/// </summary>
public class ReportFindingsTests
{
    private static readonly string[] Languages = ["en", "es"];

    private static readonly Lazy<List<FindingReport>> Reports = new(() =>
        [.. Scenario.All.SelectMany(s => new[] { 32, 60, 300 }.Select(days => Made.Report(s, seed: 5, days)))]
    );

    private static List<string> Told(Words words, FindingReport findings)
    {
        var source = new ReportSource(
            new Inomya.Journals.Person
            {
                Id = Guid.Empty,
                Name = "Ana",
                AddedAt = Storage.Noon,
            },
            findings.First,
            findings.Last,
            findings.Last,
            findings.Series,
            findings,
            findings.Outcome.Recorded,
            [],
            [],
            [],
            [],
            []
        );
        var document = ReportWriter.Write(Shelf.Reports, words, source, "self");
        return
        [
            .. document
                .Sections.Single(s => s.Id == "findings")
                .Blocks.SelectMany(b =>
                    b switch
                    {
                        TextBlock text => [text.Text],
                        ListBlock list => list.Items,
                        _ => (IReadOnlyList<string>)[],
                    }
                ),
        ];
    }

    [Fact]
    public void Each_finding_stands_under_the_words_of_its_shelf_and_nothing_else_is_told()
    {
        foreach (var language in Languages)
        {
            var words = new Words(Shelf.Content, language);
            foreach (var findings in Reports.Value)
                Assert.Equal(Expected(words, findings), Told(words, findings));
        }
    }

    private static IEnumerable<string> Expected(Words words, FindingReport findings)
    {
        if (findings.DaysStillNeeded > 0)
            return [words["report.findings.not-yet", ("n", findings.DaysStillNeeded)]];
        var sentences = new FindingSentences(words, findings);
        var nothing = sentences.Nothing;
        return
        [
            .. findings.Found.Count == 0 ? [$"{nothing.Title} {nothing.Text}"] : Array.Empty<string>(),
            .. OnShelf("before", findings.ComesBefore),
            .. OnShelf("same-day", findings.SameDay),
            .. sentences.SharedCause is { } shared ? [shared] : Array.Empty<string>(),
        ];

        IEnumerable<string> OnShelf(string shelf, IReadOnlyList<Analysis.Trigger> found) =>
            found.Count == 0
                ? []
                : found
                    .SelectMany(f => sentences.OtherDelays(f).Prepend($"{sentences.LineOf(f)} {sentences.HowSure(f)}"))
                    .Prepend($"{words[$"findings.{shelf}"]}. {words[$"findings.{shelf}.text"]}");
    }
}
