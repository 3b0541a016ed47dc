using Inomya.Analysis;
using Inomya.Bench.People;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Series;
using Inomya.Tests.Findings;
using Inomya.Vocabulary;
using Inomya.WhatHelped;

namespace Inomya.Tests.WhatHelped;

/// <summary>Every sentence of "what helped", held against the numbers it came from, over made journals.</summary>
public class HelpedSentencesTests
{
    private static readonly string[] Languages = ["en", "es"];
    private static readonly DayColumn Pain = new(new ColumnName("pain"), null, []);

    private static readonly Lazy<List<BeforeAndAfter>> MadeOnes = new(() =>
        [
            .. Scenario
                .All.Where(s => s.Treatment is not null)
                .SelectMany(s => Enumerable.Range(0, 12).Select(seed => Made.Report(s, seed)))
                .Select(r => new BeforeAndAfter(
                    Pain,
                    [],
                    [],
                    r.Result.Treatment,
                    r.Result.Declined.FirstOrDefault(d => d.What is Analysed.Treatment or Analysed.Outcome)
                )),
        ]
    );

    [Fact]
    public void Better_no_better_worse_and_cannot_tell_are_each_said_only_of_the_numbers_that_say_so()
    {
        var seen = new HashSet<string>();
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            foreach (var made in MadeOnes.Value)
            {
                var kind = made.Effect switch
                {
                    null => "cannot-tell",
                    { Hi: < 0, Verdict: Verdict.ProbablyHelps } => "probably-helps",
                    { ProbabilityOfImprovement: <= 0.025 } => "worse",
                    { ProbabilityOfImportantImprovement: <= 0.1 } => "probably-not",
                    _ => "cannot-tell",
                };
                var said = Made.Said(words, "helped.on", new HelpedSentences(words).On(made))!;
                Assert.Equal(words[$"helped.verdict.{kind}"], said["verdict"]);
                seen.Add(kind);
            }
        }
        Assert.Superset(new HashSet<string> { "probably-helps", "cannot-tell" }, seen);
    }

    [Fact]
    public void A_change_for_the_worse_is_called_so_whatever_the_verdict_on_help()
    {
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            string Of(double improvement) =>
                new HelpedSentences(words).VerdictOf(
                    new TreatmentEffect(1, 0.2, 1.8, improvement, 0.01, Verdict.ProbablyNot, 60, 60)
                );
            Assert.Equal(words["helped.verdict.worse"], Of(0.025));
            Assert.Equal(words["helped.verdict.probably-not"], Of(0.026));
        }
    }

    [Theory]
    [InlineData(0.975, 0.49, Verdict.CannotTell, "helped.doubt.small", 5)]
    [InlineData(0.975, 0.401, Verdict.CannotTell, "helped.doubt.small", 5)]
    [InlineData(0.975, 0.4, Verdict.CannotTell, "helped.doubt.small", 4)]
    [InlineData(0.975, 0, Verdict.CannotTell, "helped.doubt.small", 1)]
    [InlineData(0.975, 0.5, Verdict.CannotTell, "helped.doubt.other", 0)]
    [InlineData(0.974, 0.6, Verdict.CannotTell, null, 0)]
    [InlineData(0.99, 0.9, Verdict.ProbablyHelps, null, 0)]
    [InlineData(0.02, 0.01, Verdict.CannotTell, null, 0)]
    public void A_change_for_the_better_that_is_not_told_as_help_says_why(
        double improvement,
        double important,
        Verdict verdict,
        string? key,
        int inTen
    )
    {
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            var effect = new TreatmentEffect(-1, -2, -0.1, improvement, important, verdict, 60, 60);
            Assert.Equal(
                key is null ? null : words[key, ("n", inTen)],
                new HelpedSentences(words).Doubt(new BeforeAndAfter(Pain, [], [], effect, null))
            );
        }
    }

    [Fact]
    public void The_effect_is_told_with_its_interval_and_the_days_on_either_side_or_why_it_cannot_be()
    {
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            foreach (var made in MadeOnes.Value)
            {
                var sentence = new HelpedSentences(words).Why(made);
                if (made.Effect is not { } effect)
                {
                    Assert.Contains(AnalysisFiles.WhyOf(made.Declined!, words), sentence, StringComparison.Ordinal);
                    continue;
                }
                var said = Made.Said(words, "helped.effect", sentence)!;
                Assert.Equal(effect.Effect, Made.Number(words, said["effect"]), 0.0501);
                Assert.Equal(effect.Lo, Made.Number(words, said["lo"]), 0.0501);
                Assert.Equal(effect.Hi, Made.Number(words, said["hi"]), 0.0501);
                Assert.Equal(
                    (effect.DaysOff, effect.DaysOn),
                    (int.Parse(said["off"], words.Culture), int.Parse(said["days"], words.Culture))
                );
            }
        }
    }
}
