using Inomya.Analysis;
using Inomya.Bench.People;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Findings;

/// <summary>
/// Every form of sentence of the findings, held against the numbers it came from, over made journals of every scenario.
/// </summary>
public class SentencesAgainstNumbersTests
{
    private static readonly string[] Languages = ["en", "es"];
    private static readonly int[] Lengths = [45, 90, int.MaxValue];
    private static readonly Lazy<List<FindingReport>> Reports = new(() =>
        [.. Scenario.All.SelectMany(s => Lengths.Select(days => Made.Report(s, seed: 3, days)))]
    );

    private static void OverAll(Action<Words, FindingReport, FindingSentences> check)
    {
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            foreach (var report in Reports.Value)
                check(words, report, new FindingSentences(words, report));
        }
    }

    private static IReadOnlyDictionary<string, string> Parts(Words words, string key, string sentence)
    {
        var said = Made.Said(words, key, sentence);
        Assert.True(said is not null, $"{key}: {sentence}");
        return said;
    }

    /// <summary>The number in a sentence is the number it came from, rounded as it is shown.</summary>
    private static void Same(Words words, double number, string said) =>
        Assert.Equal(number, Made.Number(words, said), 0.0501);

    [Fact]
    public void The_trend_goes_the_way_of_its_interval_and_is_open_where_a_year_leaves_much_room()
    {
        var kinds = new HashSet<string>();
        OverAll(
            (words, report, sentences) =>
            {
                if (report.Result.Trend is not { } trend)
                    return;
                var room = (trend.Hi - trend.Lo) / 30 * 365;
                var kind =
                    trend.Lo > 0 ? "up"
                    : trend.Hi < 0 ? "down"
                    : room < 4 * report.Result.WorthKnowing ? "flat"
                    : "open";
                var change = report.ThenAndNow is { } ends && IsApart(ends) ? ends.Change : 0;
                if ((kind == "flat" && change != 0) || (kind == "up" && change < 0) || (kind == "down" && change > 0))
                    kind = "no-line";
                var said = Parts(words, $"findings.trend.{kind}", sentences.Trend);
                Same(words, trend.Lo, said["lo"]);
                Same(words, trend.Hi, said["hi"]);
                Same(words, trend.DaysCounted, said["days"]);
                if (said.TryGetValue("room", out var told))
                    Same(words, room, told);
                if (said.TryGetValue("effect", out var effect))
                    Same(words, Math.Abs(trend.Per30Days), effect);
                kinds.Add(kind);
            }
        );
        Assert.Superset(new HashSet<string> { "flat", "open" }, kinds);
    }

    /// <summary>A point of 0 to 10, or 30 in 100: written here once more, so that the rule cannot slip.</summary>
    private static bool IsApart(ThenAndNow ends) => Math.Abs(ends.Change) >= 0.3 * Math.Abs(ends.Then.Mean);

    [Theory]
    [InlineData(-1.5, -0.01, 0.01, "no-line")]
    [InlineData(-1.5, 0.01, 0.02, "no-line")]
    [InlineData(-1.5, -0.2, -0.1, "down")]
    [InlineData(1.5, -0.01, 0.01, "no-line")]
    [InlineData(1.5, -0.02, -0.01, "no-line")]
    [InlineData(1.5, 0.1, 0.2, "up")]
    [InlineData(-0.2, -0.01, 0.01, "flat")]
    public void No_clear_trend_does_not_stand_where_the_first_and_the_last_days_differ(
        double change,
        double lo,
        double hi,
        string kind
    )
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(t => 4 + (t % 2) + (t < 200 ? 0 : change))];
        var table = new DailyTable(["pain"], [.. Enumerable.Range(0, 400)], [values]);
        var result = new AnalysisResult { Trend = new TrendEstimate((lo + hi) / 2, lo, hi, 400), WorthKnowing = 1 };
        var report = FindingReport.Of(table, new Roles("pain", [], new Dictionary<string, FactorKind>()), result)!;
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            Parts(words, $"findings.trend.{kind}", new FindingSentences(words, report).Trend);
        }
    }

    private static DayColumn Column(Scale? scale) =>
        new(
            new ColumnName("made"),
            new Measure
            {
                Id = "made",
                Kind = MeasureKind.Scale,
                Scale = scale,
                Better = Better.Lower,
            },
            []
        );

    private static ThenAndNow Ends(double then, double now) =>
        new(new RecordEnd(0, 13, 14, 0, then), new RecordEnd(14, 27, 14, 0, now), double.NaN);

    [Theory]
    // on 0 to 10: a point, or 30 in 100, and never less than half a point
    [InlineData(true, 0, 0, false)]
    [InlineData(true, 0, 0.02, false)]
    [InlineData(true, 0.01, 0.4, false)]
    [InlineData(true, 0, 0.5, true)]
    [InlineData(true, 1, 1.4, false)]
    [InlineData(true, 2, 2.6, true)]
    [InlineData(true, 2, 2.59, false)]
    [InlineData(true, 6, 7, true)]
    [InlineData(true, 6, 6.99, false)]
    [InlineData(true, 4.3, 5.3, true)] // 5.3 - 4.3 is less than 1 to a machine
    [InlineData(true, 3, 2.1, true)]
    // without a scale: 30 in 100, and what is written differs
    [InlineData(false, 0, 0, false)]
    [InlineData(false, 0, 0.05, false)]
    [InlineData(false, 0, 0.1, true)]
    [InlineData(false, 0.1, 0.15, false)]
    [InlineData(false, 1000, 1299, false)]
    [InlineData(false, 1000, 1300, true)]
    public void Zero_nearly_zero_and_the_last_digit_make_no_difference_of_what_is_none(
        bool hasScale,
        double then,
        double now,
        bool apart
    )
    {
        var column = Column(hasScale ? new Scale(0, 10) : null);
        Assert.Equal(apart, FindingSentences.IsApart(column, Ends(then, now)));
        Assert.Equal(
            !apart ? "little"
                : now > then ? "worse"
                : "better",
            FindingSentences.SideOf(column, Ends(then, now))
        );
    }

    /// <summary>Pain of 3 that rises to 6 for good; of the last days as told.</summary>
    private static (FindingReport Report, ChangePoint Change) Risen(Action<double[], double[]> end)
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(t => (t < 100 ? 3.0 : 6) + t % 2)];
        var ticks = new double[200];
        end(values, ticks);
        var table = new DailyTable(["pain", "bad_day"], [.. Enumerable.Range(0, 200)], [values, ticks]);
        var change = new ChangePoint(100, 98, 102, 3, 2.5, 3.5, 0.99);
        var result = new AnalysisResult { ChangePoints = [change] };
        var roles = new Roles("pain", [], new Dictionary<string, FactorKind>()) { BadDays = "bad_day" };
        return (FindingReport.Of(table, roles, result)!, change);
    }

    [Fact]
    public void Whether_a_change_stayed_is_yes_no_or_cannot_be_told_and_each_has_its_sentence()
    {
        var stayed = Risen((_, _) => { });
        var gone = Risen((values, _) => Array.Fill(values, 3.0, 150, 50));
        // the numbers of the end are low, and most of its days were called bad without one
        var bad = Risen(
            (values, ticks) =>
            {
                for (var t = 110; t < 200; t++)
                    (values[t], ticks[t]) = t % 5 == 0 ? (3.0, 0) : (double.NaN, 1);
            }
        );
        var empty = Risen((values, _) => Array.Fill(values, double.NaN, 100, 100));
        foreach (
            var ((report, change), told, key) in new[]
            {
                (stayed, (bool?)true, ""),
                (gone, false, ".not-kept"),
                (bad, null, ".open"),
                (empty, null, ".open"),
            }
        )
        {
            Assert.Equal(told, report.Stayed(change));
            foreach (var language in Languages)
            {
                var words = new Words(new ContentFolder(), language);
                var sentence = Assert.Single(new FindingSentences(words, report).Changes);
                Parts(words, $"findings.change.up{key}", sentence);
            }
        }
    }

    [Fact]
    public void What_made_no_clear_difference_says_how_many_days_counted_and_how_many_did_not() =>
        OverAll(
            (words, report, sentences) =>
            {
                var said = Parts(words, "findings.looked.days", sentences.DaysLookedAt);
                Same(words, report.Result.Recorded, said["counted"]);
                Same(words, report.Result.Days - report.Result.Recorded, said["left"]);
            }
        );

    /// <summary>The last 30 recorded days lie at least half the jump away from the last 30 before it.</summary>
    private static bool Stays(FindingReport report, ChangePoint change)
    {
        var at = Period.DaysBetween(report.Series.First, Day(change.Day));
        var before = report.Outcome.Values[..at].Where(v => !double.IsNaN(v)).TakeLast(30).Average();
        var end = report.Outcome.Values[at..].Where(v => !double.IsNaN(v)).TakeLast(30).Average();
        return change.Jump > 0 ? end - before >= change.Jump / 2 : before - end >= -change.Jump / 2;
    }

    [Fact]
    public void Then_and_now_are_the_means_of_the_first_and_the_last_days_and_name_the_good_way()
    {
        var kinds = new HashSet<string>();
        OverAll(
            (words, report, sentences) =>
            {
                if (report.ThenAndNow is not { } ends)
                {
                    Assert.Null(sentences.ThenAndNow);
                    return;
                }
                var kind =
                    !IsApart(ends) ? "little"
                    : ends.Change > 0 ? "worse"
                    : "better";
                var told = sentences.ThenAndNow!;
                var ticked = ends.Then.Ticked + ends.Now.Ticked;
                if (ticked > 0)
                    told = told[
                        ..(
                            told.LastIndexOf(
                                words.Count(
                                    "findings.then-and-now.ticked",
                                    ticked,
                                    ("bound", words.Number(ends.Bound, 1))
                                ),
                                StringComparison.Ordinal
                            ) - 1
                        )
                    ];
                var said = Parts(words, $"findings.then-and-now.{kind}", told);
                Same(words, ends.Now.Mean, said["now"]);
                Same(words, ends.Then.Mean, said["then"]);
                Same(words, ends.Now.Days, said["days"]);
                if (said.TryGetValue("direction", out var direction))
                    Assert.Equal(words[$"findings.direction.{(ends.Change > 0 ? "higher" : "lower")}"], direction);
                kinds.Add(kind);
            }
        );
        Assert.Contains("little", kinds);
        Assert.True(kinds.Count > 1);
    }

    [Fact]
    public void A_lasting_change_says_how_sure_it_is_and_its_size_and_days_and_an_improbable_one_is_not_told()
    {
        var seen = 0;
        OverAll(
            (words, report, sentences) =>
            {
                var told = report.Result.ChangePoints.Where(c => c.Probability >= 0.85).ToList();
                Assert.Equal(told.Count, sentences.Changes.Count);
                foreach (var (change, sentence) in told.Zip(sentences.Changes))
                {
                    var way = change.Jump > 0 ? "up" : "down";
                    // only days that were called bad without a number can leave it open
                    var stayed = report.Stayed(change);
                    if (stayed is not null)
                        Assert.Equal(Stays(report, change), stayed);
                    else
                        Assert.NotNull(report.TicksOf(report.Outcome));
                    var kept =
                        stayed is null ? ".open"
                        : stayed.Value ? ""
                        : ".not-kept";
                    var said = Parts(words, $"findings.change.{way}{kept}", sentence);
                    Same(words, Math.Abs(change.Jump), said["jump"]);
                    Same(words, change.Lo, said["lo"]);
                    Same(words, change.Hi, said["hi"]);
                    Assert.Equal(words.ShortDay(Day(change.Day)), said["day"]);
                    Assert.Equal(words.ShortDay(Day(change.FromDay)), said["from"]);
                    Assert.Equal(words.ShortDay(Day(change.ToDay)), said["to"]);
                    var sure = change.Probability >= 0.97 ? "likely" : "hint";
                    Assert.Equal(words[$"findings.change.{sure}"], said["strength"]);
                    seen++;
                }
            }
        );
        Assert.NotEqual(0, seen);
    }

    [Fact]
    public void A_finding_says_its_effect_its_direction_its_delay_its_interval_and_how_often_such_a_one_is_chance()
    {
        var strengths = new HashSet<Strength>();
        OverAll(
            (words, report, sentences) =>
            {
                foreach (var found in report.Found)
                {
                    var said = Parts(
                        words,
                        found.PerOccurrence ? "findings.factor.yes" : "findings.factor.more",
                        sentences.Of(found)
                    );
                    Same(words, Math.Abs(found.Effect), said["effect"]);
                    var direction = words[$"findings.direction.{(found.Effect > 0 ? "higher" : "lower")}"];
                    Assert.Equal($"{direction} {sentences.When(found.Lag)}", $"{said["direction"]} {said["when"]}");
                    Assert.Contains(sentences.Of(found), sentences.LineOf(found), StringComparison.Ordinal);
                    HoldSure(words, sentences, found);
                    strengths.Add(found.Strength);
                }
            }
        );
        Assert.Equal(3, strengths.Count);
    }

    private static void HoldSure(Words words, FindingSentences sentences, Trigger found)
    {
        var sure = sentences.HowSure(found);
        var usual = words["findings.factor.usual", ("spread", words.Number(found.FactorSpread))];
        Assert.Equal(!found.PerOccurrence, sure.EndsWith(usual, StringComparison.Ordinal));
        var said = Parts(words, "findings.factor.sure", found.PerOccurrence ? sure : sure[..^(usual.Length + 1)]);
        Same(words, found.Lo, said["lo"]);
        Same(words, found.Hi, said["hi"]);
        Same(words, found.DaysCounted, said["days"]);
        Parts(words, $"findings.strength.{AnalysisFiles.Key(found.Strength)}", said["strength"]);
    }

    [Fact]
    public void Each_factor_stands_on_one_shelf_and_what_came_before_is_never_called_same_day()
    {
        OverAll(
            (_, report, _) =>
            {
                Assert.All(report.ComesBefore, t => Assert.True(t.Lag > 0));
                Assert.All(report.SameDay, t => Assert.Equal(0, t.Lag));
                Assert.Equal(report.Found.Count, report.ComesBefore.Count + report.SameDay.Count);
                var shelves = report.Found.Select(t => t.Factor).Concat(report.NoDifference).Concat(report.CannotTell);
                Assert.Equal(report.Result.Triggers.Select(t => t.Factor).Distinct().Order(), shelves.Order());
            }
        );
    }

    [Fact]
    public void No_difference_is_said_only_of_what_the_intervals_of_every_delay_rule_out()
    {
        OverAll(
            (words, report, sentences) =>
            {
                var worth = report.Result.WorthKnowing ?? double.NaN;
                foreach (var factor in report.NoDifference)
                    Assert.All(report.Result.Triggers.Where(t => t.Factor == factor), t =>
                        Assert.True(t.Lo >= -worth && t.Hi <= worth)
                    );
                if (report.NoDifference.Count > 0)
                    Same(words, worth, Parts(words, "findings.looked.text", sentences.NoDifference)["worth"]);
            }
        );
    }

    [Fact]
    public void What_cannot_be_told_is_named_once_with_the_days_it_has()
    {
        OverAll(
            (words, report, sentences) =>
            {
                Assert.Equal(report.CannotTell.Count, sentences.CannotTell.Count);
                foreach (var (factor, line) in report.CannotTell.Zip(sentences.CannotTell))
                    Assert.StartsWith($"{sentences.NameOf(factor)}: ", line, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void That_nothing_was_found_is_a_result_only_where_all_of_it_is_ruled_out()
    {
        OverAll(
            (words, report, sentences) =>
            {
                var (title, text) = sentences.Nothing;
                var kind =
                    report.Result.Triggers.Count == 0 ? "untested"
                    : report.CannotTell.Count > 0 ? "open"
                    : "none";
                Assert.Equal(words[$"findings.factors.{kind}"], title);
                var said = Parts(words, $"findings.factors.{kind}.text", text);
                if (kind == "open")
                    Same(words, report.CannotTell.Count, said["open"]);
                if (kind == "none")
                    Same(words, report.Result.Triggers.Count, said["pairs"]);
            }
        );
    }

    [Fact]
    public void Days_of_the_week_that_are_told_lie_off_the_average_and_none_is_said_only_where_the_rest_is_ruled_out()
    {
        var kinds = new HashSet<string>();
        OverAll(
            (words, report, sentences) =>
            {
                if (report.Result.Weekdays is not { } week)
                    return;
                var apart = week.Parts.Where(p => week.P < 0.01 && (p.Lo > 0 || p.Hi < 0)).ToList();
                if (apart.Count > 0)
                    foreach (var (part, sentence) in apart.Zip(sentences.Weekdays))
                    {
                        var kind = part.Difference > 0 ? "higher" : "lower";
                        var said = Parts(words, $"findings.weekdays.{kind}", sentence);
                        Same(words, Math.Abs(part.Difference), said["effect"]);
                        Same(words, part.Lo, said["lo"]);
                        Same(words, part.Hi, said["hi"]);
                        Same(words, part.Counted, said["days"]);
                        kinds.Add(kind);
                    }
                else
                    kinds.Add(HoldNone(words, "weekdays", week, report, Assert.Single(sentences.Weekdays)));
            }
        );
        Assert.Equal(["higher", "lower", "none", "open"], kinds.Order());
    }

    private static string HoldNone(Words words, string what, CyclePattern week, FindingReport report, string sentence)
    {
        var most = week.Parts.Max(p => Math.Max(Math.Abs(p.Lo), Math.Abs(p.Hi)));
        var kind = most <= report.Result.WorthKnowing ? "none" : "open";
        var said = Parts(words, $"findings.{what}.{kind}", sentence);
        Same(words, kind == "none" ? report.Result.WorthKnowing!.Value : most, said[kind == "none" ? "worth" : "most"]);
        return kind;
    }

    [Fact]
    public void Payback_is_told_only_of_more_and_later_harm_with_its_sum()
    {
        var seen = 0;
        OverAll(
            (words, report, sentences) =>
            {
                var told = report.Result.BoomAndBust.Where(b => b.Q < 0.01 && b.Lo > 0).ToList();
                Assert.Equal(told.Count, sentences.Payback.Count);
                foreach (var (payback, sentence) in told.Zip(sentences.Payback))
                {
                    var said = Parts(words, "findings.payback", sentence);
                    Same(words, payback.Sum, said["sum"]);
                    Same(words, payback.Lo, said["lo"]);
                    Same(words, payback.Hi, said["hi"]);
                    seen++;
                }
            }
        );
        Assert.NotEqual(0, seen);
    }

    [Fact]
    public void Parts_of_the_cycle_are_held_as_days_of_the_week_are()
    {
        var apart = new CyclePattern(
            0.001,
            [new PartOfCycle(0, 0.8, 0.3, 1.3, 20), new PartOfCycle(4, -0.6, -1.1, -0.1, 22)]
        );
        foreach (var language in Languages)
        {
            var words = new Words(new ContentFolder(), language);
            var report = Reports.Value[0] with { };
            FindingSentences With(CyclePattern cycle) =>
                new(words, report with { Result = report.Result with { Cycle = cycle, WorthKnowing = 0.5 } });
            var told = With(apart).Phases;
            Same(words, 0.8, Parts(words, "findings.phases.higher", told[0])["effect"]);
            Same(words, 0.6, Parts(words, "findings.phases.lower", told[1])["effect"]);
            Same(
                words,
                1.3,
                Parts(words, "findings.phases.open", Assert.Single(With(apart with { P = 0.02 }).Phases))["most"]
            );
            var narrow = new CyclePattern(0.5, [new PartOfCycle(0, 0, -0.4, 0.5, 20)]);
            Same(words, 0.5, Parts(words, "findings.phases.none", Assert.Single(With(narrow).Phases))["worth"]);
        }
    }

    [Fact]
    public void Everything_else_that_was_declined_says_what_it_had_and_needs()
    {
        OverAll(
            (words, report, sentences) =>
            {
                var others = report.Result.Declined.Where(d =>
                    d.Reason != DeclineReason.NoDefinition
                    && d is not { What: Analysed.Trigger, Reason: DeclineReason.CannotTellYet }
                );
                foreach (var (declined, line) in others.Zip(sentences.Declined))
                {
                    Assert.EndsWith($"{AnalysisFiles.WhyOf(declined, words)}.", line, StringComparison.Ordinal);
                    Assert.DoesNotContain("{", line, StringComparison.Ordinal);
                }
            }
        );
    }

    /// <summary>Nothing acts, no weekday is worse, nothing drifts: whatever is told is false.</summary>
    [Fact]
    public void Of_people_with_nothing_at_all_at_most_one_in_ten_is_told_anything_at_ninety_days()
    {
        const int People = 120;
        var words = new Words(new ContentFolder());
        var nothing = new Scenario("null")
        {
            Causes = 0,
            Weekly = 0,
            Days = (180, 200),
        };
        var told = Enumerable
            .Range(1000, People)
            .Select(seed => Made.Report(nothing, seed, 90))
            .Count(report => TellsAnything(words, report));
        TestContext.Current.TestOutputHelper?.WriteLine($"told {told} of {People}");
        Assert.InRange(told, 0, 0.1 * People);
    }

    private static bool TellsAnything(Words words, FindingReport report)
    {
        var sentences = new FindingSentences(words, report);
        var week = report.Result.Weekdays is { P: < 0.01 } w && w.Parts.Any(p => p.Lo > 0 || p.Hi < 0);
        var cycle = report.Result.Cycle is { P: < 0.01 } c && c.Parts.Any(p => p.Lo > 0 || p.Hi < 0);
        var trend = report.Result.Trend is { } t && (t.Lo > 0 || t.Hi < 0);
        return report.Found.Count + sentences.Changes.Count + sentences.Payback.Count > 0 || week || cycle || trend;
    }

    private static LocalDate Day(int epochDay) => LocalDate.FromDateTime(DateTime.UnixEpoch).PlusDays(epochDay);
}
