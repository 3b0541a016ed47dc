using Inomya.Content;
using Inomya.History;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.LookAlikes;

namespace Inomya.Web.LookAlikes;

/// <summary>Look-alikes as people read them. What was recorded is told, never what it would mean.</summary>
/// <param name="readings">Tells which results are critical.</param>
internal sealed class LookAlikeWords(Words words, LabReadings readings)
{
    public string Name(LookAlike condition) => words[$"condition.{condition.Id}"];

    public string Standing(LookAlikeStanding standing) => words[$"look-alikes.standing.{Key(standing)}"];

    /// <summary>Where it stands, with what the person said: "Ruled out in 2019 by Dr Vega".</summary>
    public string Standing(LookAlikeReview review)
    {
        var parts = new List<string> { Standing(review.Standing) };
        if (review.Mark?.When is { } when)
            parts.Add(words.PartialDay(when));
        if (review.Mark?.By is { } by)
            parts.Add(words["look-alikes.by", ("name", by)]);
        return string.Join(", ", parts);
    }

    /// <summary>One thing that speaks for it, as it was recorded.</summary>
    public string Says(ClueEvidence evidence) =>
        evidence.Clue switch
        {
            { Sign: { } sign } => words[
                "look-alikes.says.sign",
                ("question", words[$"sign.{sign}"]),
                ("day", evidence.Day)
            ],
            { Lab: not null } => SaysLab(evidence),
            { Medicine.Count: > 0 } or { Named.Count: > 0 } => words[
                "look-alikes.says.medicine",
                ("name", evidence.Text)
            ],
            { Measure: { } measure } clue => words[
                "look-alikes.says.measure",
                ("name", words[$"measure.{measure}"]),
                ("value", evidence.Value),
                ("days", clue.Days)
            ],
            { Score.Count: > 0 } => words[
                "look-alikes.says.score",
                ("name", words[$"instrument.{evidence.Text}.name"]),
                ("value", evidence.Value),
                ("day", evidence.Day)
            ],
            { Age: { } age } => words["look-alikes.says.age", ("age", age)],
            _ => words["look-alikes.says.story", ("text", evidence.Text)],
        };

    /// <summary>A result as the laboratory page writes it, and why it speaks.</summary>
    private string SaysLab(ClueEvidence evidence)
    {
        var (clue, result) = (evidence.Clue, evidence.Lab!);
        return words[
            $"look-alikes.says.lab-{LabKey(clue, result)}",
            ("test", words[$"test.{clue.Lab}"]),
            ("result", words.Say(result)),
            ("day", evidence.Day),
            ("times", clue.Times),
            ("limit", LimitOf(clue))
        ];
    }

    private static string LabKey(Clue clue, LabResult result)
    {
        var own = result.RangeLow is not null || result.RangeHigh is not null;
        return clue.AtMost is not null ? "at-most"
            : clue.Times is not null ? "times"
            : $"{(own ? "" : "typical-")}{clue.Side.ToString().ToLowerInvariant()}";
    }

    private string? LimitOf(Clue clue) =>
        clue.AtMost is { } most ? $"{LabText.Number(words, most)} {LabUnit.Show(clue.Unit)}" : null;

    /// <summary>A test and when it was: "TSH (thyroid): 14 Mar 2024, 2.1 mIU/L".</summary>
    public string Test(TestStanding test)
    {
        var name = words[$"test.{test.Test.Id}"];
        return test.Had is [var newest, ..]
            ? words["look-alikes.test-had", ("test", name), ("had", Had(newest))]
            : words["look-alikes.test-not", ("test", name)];
    }

    public string Had(TestHad had)
    {
        string?[] parts =
        [
            had.When is { } when ? words.PartialDay(when) : words["look-alikes.when-unknown"],
            had.Lab is { } lab ? Result(lab) : had.Result,
            had.Mark?.By is { } by ? words["look-alikes.by", ("name", by)] : null,
        ];
        return string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
    }

    /// <summary>"6.8 mmol/L", and that laboratories phone such a result through where they do.</summary>
    private string Result(LabResult result) =>
        readings.CriticalOf(result) is null
            ? words.Say(result)
            : $"{words.Say(result)}. {words["lab.critical.in-report"]}";

    private static string Key(LookAlikeStanding standing) =>
        standing switch
        {
            LookAlikeStanding.Ask => "ask",
            LookAlikeStanding.NotLookedAt => "not-looked-at",
            LookAlikeStanding.Tested => "tested",
            LookAlikeStanding.Known => "known",
            _ => "ruled-out",
        };
}
