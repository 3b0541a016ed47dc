using Inomya.Content;
using Inomya.Findings;
using Inomya.Questionnaires;
using Inomya.Series;

namespace Inomya.Story;

/// <summary>The person's story in plain sentences, for pages and print alike.</summary>
public sealed class StorySentences(Words words, PersonStory story)
{
    private readonly FindingSentences _findings = new(words, story.Findings);

    /// <summary>The first and the last days of the outcome beside each other; null while there are too few.</summary>
    public string? ThenAndNow => _findings.ThenAndNow;

    /// <summary>
    /// The same of all that is asked every day, the outcome first: its name, now, and what that is against then; empty while
    /// there are too few days.
    /// </summary>
    public IReadOnlyList<(string Name, string Now, string Against)> ThenAndNowRows =>
        [.. Columns(story.Findings).Select(_findings.RowOf).OfType<(string, string, string)>()];

    /// <summary>The outcome first, then what is asked every day.</summary>
    public static IEnumerable<DayColumn> Columns(FindingReport findings) =>
        findings
            .Series.Columns.Where(c => c.Key.Region is null && c.Measure?.Ask == "core")
            .Prepend(findings.Outcome)
            .Distinct();

    /// <summary>How many flares were noted; null where none was.</summary>
    public string? Flares => story.Flares.Count == 0 ? null : words.Count("report.flares.count", story.Flares.Count);

    /// <summary>Each score that changed by at least what matters to most people, with which way is good.</summary>
    public IReadOnlyList<string> Scores => [.. story.ChangedScores.Select(SentenceOf)];

    private string SentenceOf(ScoreChange change) =>
        words[
            $"story.score.{(change.IsBetter switch { true => "better", false => "worse", null => "changed" })}",
            ("name", words[$"instrument.{change.Instrument.Id}.name"]),
            ("first", change.First.Value),
            ("from", change.First.Response.Day),
            ("last", change.Last.Value),
            ("to", change.Last.Response.Day)
        ];

    /// <summary>What began or ended in the weeks before a lasting change; null where nothing did.</summary>
    public string? Before(Analysis.ChangePoint change)
    {
        var told = story
            .Before(change)
            .Select(e => words[$"story.{(e.Began ? "began" : "ended")}", ("name", e.Name), ("day", e.Day)])
            .ToList();
        return told.Count == 0 ? null : words["story.before", ("what", string.Join("; ", told))];
    }
}
