using Inomya.Analysis;
using Inomya.Bench.People;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Flares;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using Inomya.WhatHelped;
using NodaTime;

namespace Inomya.Tests.Findings;

/// <summary>What is told of a finding, how surely, and of the days before anything can be told.</summary>
public class ShelvesTests
{
    private static readonly string[] Languages = ["en", "es"];

    private static FindingReport Report(AnalysisResult result, params double[] pain)
    {
        var values = pain.Length > 0 ? pain : new double[] { 4, 5 };
        var columns = new[] { "pain", "stress", "sleep" }
            .Select(name => new DayColumn(new ColumnName(name), null, values))
            .ToList();
        var roles = new Roles("pain", [], new Dictionary<string, FactorKind>());
        return new FindingReport(columns[0], new DaySeries(new(2026, 1, 1), values.Length, columns), roles, result);
    }

    private static Trigger Found(
        string factor,
        int lag = 0,
        double probability = 0.99,
        int days = 200,
        Strength delay = Strength.Clear
    ) =>
        new(factor, lag, 1, 0.8, 0.4, 1.2, 0, 0, probability, probability, true, StrengthOf(probability), days)
        {
            DelayStrength = delay,
        };

    private static Strength StrengthOf(double probability) =>
        probability >= 0.97 ? Strength.Clear
        : probability >= 0.85 ? Strength.Likely
        : Strength.Hint;

    private static void InEach(AnalysisResult result, Action<Words, FindingSentences> check)
    {
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            check(words, new FindingSentences(words, Report(result)));
        }
    }

    [Theory]
    [InlineData(0.79, 119, false)]
    [InlineData(0.8, 119, true)]
    [InlineData(0.6, 120, true)]
    [InlineData(0.85, 60, true)]
    public void A_weak_hint_of_a_short_record_is_not_told_as_a_finding_but_as_open(
        double probability,
        int days,
        bool told
    )
    {
        var report = Report(new AnalysisResult { Triggers = [Found("stress", 0, probability, days)] });
        Assert.Equal(told, report.Found.Count == 1);
        Assert.Equal(!told, report.CannotTell.Count == 1);
        Assert.Empty(report.NoDifference);
    }

    [Fact]
    public void A_second_delay_that_is_clear_by_itself_is_told_and_one_that_is_not_is_left_out()
    {
        var first = Found("stress", 1);
        InEach(new AnalysisResult { Triggers = [first, Found("stress", 0, 0.98)] }, (words, sentences) =>
        {
            var also = Assert.Single(sentences.OtherDelays(first));
            Assert.Contains(words["findings.when.0"], also, StringComparison.Ordinal);
            Assert.Contains(words.Number(0.8), also, StringComparison.Ordinal);
        });
        var weak = Found("stress", 0, 0.98, delay: Strength.Likely);
        InEach(new AnalysisResult { Triggers = [first, weak] }, (_, sentences) =>
            Assert.Empty(sentences.OtherDelays(first))
        );
    }

    [Theory]
    [InlineData(0.849, null)]
    [InlineData(0.85, "findings.change.hint")]
    [InlineData(0.969, "findings.change.hint")]
    [InlineData(0.97, "findings.change.likely")]
    public void That_it_stayed_there_is_never_said_without_how_sure_it_is(double probability, string? said) =>
        InEach(
            new AnalysisResult { ChangePoints = [new ChangePoint(20_500, 20_495, 20_510, 1.2, 0.6, 1.8, probability)] },
            (words, sentences) =>
            {
                Assert.Equal(said is null ? 0 : 1, sentences.Changes.Count);
                Assert.All(sentences.Changes, sentence =>
                    Assert.StartsWith($"{words[said!]}: ", sentence, StringComparison.Ordinal)
                );
            }
        );

    [Fact]
    public void A_shared_cause_names_every_factor_once_and_is_silent_where_one_of_the_two_is_not_told()
    {
        var result = new AnalysisResult
        {
            Triggers = [Found("stress"), Found("sleep")],
            SharedCauses = [new SharedCause("stress", "sleep", 0.4, 200)],
        };
        InEach(result, (_, s) => Assert.Contains("stress, sleep", s.SharedCause!, StringComparison.Ordinal));
        var weak = result with { Triggers = [Found("stress"), Found("sleep", 0, 0.6, 60)] };
        InEach(weak, (_, s) => Assert.Null(s.SharedCause));
    }

    /// <summary>The counts behind the words are in docs/methods/triggers.md; here a rougher look with margin.</summary>
    [Fact]
    public void Findings_called_hint_likely_and_clear_are_chance_about_as_often_as_the_words_say()
    {
        var counts = Enum.GetValues<Strength>().ToDictionary(s => s, _ => (False: 0, All: 0));
        foreach (var scenario in Scenario.All.Where(s => s.Twist == Twist.None && !s.Flares))
            for (var seed = 50; seed < 54; seed++)
            {
                var person = Maker.Make(scenario, seed);
                foreach (var found in Made.Report(person.Table, person.Roles).Found)
                {
                    var (wrong, all) = counts[found.Strength];
                    var chance = person.Causes.All(c => c.Factor != found.Factor);
                    counts[found.Strength] = (wrong + (chance ? 1 : 0), all + 1);
                }
            }
        foreach (var (strength, (wrong, all)) in counts)
            TestContext.Current.TestOutputHelper?.WriteLine($"{strength}: {wrong} of {all}");
        Share(Strength.Hint, FindingSentences.ChanceOf(Strength.Hint) / 10.0, 0.3);
        Share(Strength.Likely, FindingSentences.ChanceOf(Strength.Likely) / 10.0, 0.15);
        Share(Strength.Clear, FindingSentences.ChanceOf(Strength.Clear) / 100.0, 0.02);

        void Share(Strength strength, double said, double margin) =>
            Assert.InRange((double)counts[strength].False / Math.Max(1, counts[strength].All), 0, said + margin);
    }

    [Fact]
    public void The_engine_is_never_offered_a_symptom_as_a_factor()
    {
        var measures = new MeasureCatalogue(Shelf.Content);
        var random = new Random(4);
        var columns = measures
            .Measures.Where(m => m.Role != MeasureRole.None)
            .Select(m => new DayColumn(
                new ColumnName(m.Id),
                m,
                [.. Enumerable.Range(0, 60).Select(_ => (double)random.Next(2))]
            ))
            .ToList();
        var series = new DaySeries(new(2026, 1, 1), 60, columns);
        foreach (var outcome in JournalFindings.Outcomes(series))
        {
            var report = JournalFindings.Of(series, outcome.Key.Name, new HashSet<string>())!;
            var symptoms = columns.Where(c => c.Measure!.Role == MeasureRole.Symptom).Select(c => c.Key.Name);
            Assert.Empty(report.Roles.Factors.Keys.Intersect(symptoms));
            Assert.Empty(report.Result.Triggers.Select(t => t.Factor).Intersect(symptoms));
        }
    }

    [Fact]
    public void Why_there_is_no_early_warning_is_said_as_it_is()
    {
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            string Why(DeclineReason reason) =>
                EarlyWarnings.WhyOff(
                    Report(new AnalysisResult { Declined = [new(Analysed.Forecast, null, reason, 3, 5)] }),
                    words
                )!;
            Assert.Equal(words["warning.off.text"], Why(DeclineReason.NoBetterThanBaseRate));
            Assert.Equal(words["warning.off.open"], Why(DeclineReason.CannotTellYet));
            Assert.NotNull(
                Made.Said(words, "declined.too-few-events", WhyOnly(words, Why(DeclineReason.TooFewEvents)))
            );
        }
    }

    private static string WhyOnly(Words words, string sentence) =>
        Made.Said(words, "warning.off.why", sentence)!["why"];

    // Early days

    [Fact]
    public void From_three_days_on_it_is_told_between_what_they_lay_and_from_five_level_best_and_worst()
    {
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            Assert.Empty(new EarlyDays(words, Report(new AnalysisResult(), 4, double.NaN, 3)).SoFar);
            var few = new EarlyDays(words, Report(new AnalysisResult(), 4, 5, double.NaN, 3, 6)).SoFar;
            var range = Made.Said(words, "findings.early.range", few[0])!;
            Assert.Equal(("3", "6", "4"), (range["low"], range["high"], range["days"]));
            var said = new EarlyDays(words, Report(new AnalysisResult(), 4, 5, double.NaN, 3, 6, 6)).SoFar;
            var level = Made.Said(words, "findings.early.level", said[0])!;
            Assert.Equal(("5", "4", "6", "5"), (level["middle"], level["low"], level["high"], level["days"]));
            var best = Made.Said(words, "findings.early.best-once", said[1])!;
            Assert.Equal(("3", words.ShortDay(new LocalDate(2026, 1, 4))), (best["value"], best["named"]));
            var worst = Made.Said(words, "findings.early.worst", said[2])!;
            Assert.Equal(("6", "2"), (worst["value"], worst["days"]));
        }
    }

    [Fact]
    public void What_will_be_known_is_told_until_the_day_it_is()
    {
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            IReadOnlyList<string> Ahead(int days) =>
                new EarlyDays(words, Report(new AnalysisResult(), [.. Enumerable.Repeat(4.0, days)])).Ahead(28);
            Assert.Equal([4, 3, 3, 2], new[] { 27, 28, 32, 33 }.Select(d => Ahead(d).Count));
            Assert.Contains("33", Ahead(32)[0], StringComparison.Ordinal);
            Assert.Empty(Ahead(60));
        }
    }

    [Fact]
    public void Before_day_33_no_effect_is_claimed_and_at_day_33_nothing_flips_to_nothing_found()
    {
        var words = new Words(new ContentFolder());
        var plain = Scenario.All.Single(s => s.Name == "plain");
        for (var seed = 0; seed < 8; seed++)
        {
            var before = Made.Report(plain, seed, 32);
            Assert.Equal((1, 0), (before.DaysStillNeeded, before.Result.Triggers.Count));
            foreach (var days in (int[])[33, 34, 40])
            {
                var report = Made.Report(plain, seed, days);
                Assert.Equal(0, report.DaysStillNeeded);
                Assert.NotEqual(words["findings.factors.none"], new FindingSentences(words, report).Nothing.Title);
            }
        }
    }

    [Fact]
    public void Where_nothing_could_be_tested_nothing_is_said_to_be_ruled_out()
    {
        InEach(new AnalysisResult { Recorded = 40 }, (words, sentences) =>
        {
            Assert.Equal(words["findings.factors.untested"], sentences.Nothing.Title);
            Assert.Contains("40", sentences.Nothing.Text, StringComparison.Ordinal);
        });
    }
}
