using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Pacing;
using Inomya.Sleep;

namespace Inomya.Work;

/// <summary>Hours and limits in words, each with the days it is from and what it is compared with; or that it cannot be told yet.</summary>
public sealed class WorkSentences(Words words, WorkFacts facts)
{
    private static readonly string[] SleepColumns = [NightBook.Hours, NightBook.Quality];

    private readonly FindingSentences? _findings = facts.Findings is { } found ? new(words, found) : null;

    /// <summary>Hours of the day that stand out, against the other ratings of the same days.</summary>
    public IReadOnlyList<string> Hours =>
        _findings is { Hours: { Count: > 0 } told }
            ? [.. told, words["work-page.hours.against"]]
            : [words["work-page.hours.not-yet", ("days", HourProfile.FewestDays)]];

    /// <summary>Days of the week that stand out, against the average of all of them.</summary>
    public IReadOnlyList<string> Weekdays =>
        _findings is { Weekdays: { Count: > 0 } told }
            ? [.. told, words["work-page.weekdays.from", ("days", facts.Findings!.Outcome.Recorded)]]
            : [words["work-page.weekdays.not-yet"]];

    /// <summary>The usual load of a day, and how often too much was followed by little.</summary>
    public IReadOnlyList<string> Load
    {
        get
        {
            if (facts.UsualLoad is not { } usual)
                return
                [
                    words["work-page.load.not-yet", ("days", facts.DiaryDays), ("need", facts.PacingRules.LeastDays)],
                ];
            return
            [
                words[
                    "work-page.load.usual",
                    ("units", usual),
                    ("days", Math.Min(facts.DiaryDays, facts.PacingRules.UsualDays))
                ],
                Busts(facts.Pacing!, facts.PacingRules),
            ];
        }
    }

    private string Busts(PacingReview diary, PacingRules rules)
    {
        var busts = diary.Busts(rules).Count;
        return words[
            busts == 0 ? "work-page.load.no-bust" : "work-page.load.bust",
            ("n", busts),
            ("days", diary.Compared(rules)),
            ("boom", rules.Boom),
            ("bust", rules.Bust),
            ("within", rules.BustWithinDays)
        ];
    }

    /// <summary>Getting things done in the last days, and in as many days before.</summary>
    public IReadOnlyList<string> Function
    {
        get
        {
            if (facts.Function is not { } now || now.Recorded < facts.Rules.LeastDays)
                return
                [
                    words[
                        "work-page.function.not-yet",
                        ("n", facts.Function?.Recorded ?? 0),
                        ("days", facts.Rules.WindowDays),
                        ("need", facts.Rules.LeastDays)
                    ],
                ];
            var before = facts.Before is { } b && b.Recorded >= facts.Rules.LeastDays ? b : null;
            return
            [
                SayFunction("work-page.function.now", now),
                before is null
                    ? words["work-page.function.no-before", ("days", facts.Rules.WindowDays)]
                    : SayFunction("work-page.function.before", before),
            ];
        }
    }

    private string SayFunction(string key, Summary summary) =>
        words[
            key,
            ("middle", summary.Middle),
            ("low", summary.Low),
            ("high", summary.High),
            ("n", summary.Recorded),
            ("days", summary.Days)
        ];

    /// <summary>What the findings say of sleep; nothing that they do not.</summary>
    public IReadOnlyList<string> Sleep
    {
        get
        {
            if (facts.Findings is not { DaysStillNeeded: 0 } found || _findings is null)
                return [words["work-page.sleep.not-yet"]];
            var told = found.Found.Where(f => SleepColumns.Contains(f.Factor)).ToList();
            if (told.Count > 0)
                return [.. told.Select(f => $"{_findings.LineOf(f)} {_findings.HowSure(f)}")];
            return
            [
                SleepColumns.All(found.NoDifference.Contains)
                    ? words["work-page.sleep.no-difference", ("days", found.Outcome.Recorded)]
                    : words["work-page.sleep.not-yet"],
            ];
        }
    }
}
