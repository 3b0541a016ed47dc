using CsCheck;
using Inomya.Content;
using Inomya.Evidence;
using Inomya.Findings;
using Inomya.Flares;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Pacing;
using Inomya.Series;
using Inomya.Tests.Medicines;
using Inomya.Tests.Questionnaires;
using Inomya.Vocabulary;
using Inomya.WhatHelped;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.WhatHelped;

public class ReliefTests
{
    private static readonly WhatHelpedRules Rules = WhatHelpedRules.Read(Shelf.Content);
    private static readonly FlareRules FlareRules = FlareRules.Read(Shelf.Content);
    private static readonly PacingRules PacingRules = PacingRules.Read(Shelf.Content);
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);
    private static readonly EvidenceCatalogue Cards = new(Shelf.Content, Shelf.Catalogue);
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Fact]
    public async Task The_rules_keep_to_their_schema()
    {
        Assert.Equal("", await ContentCheck.AgainstAsync("what-helped-rules.schema.json", "what-helped/rules.yaml"));
        Assert.Equal("", await ContentCheck.AgainstAsync("flare-rules.schema.json", "flares/rules.yaml"));
        Assert.Equal("", await ContentCheck.AgainstAsync("flare-steps.schema.json", "flares/steps.yaml"));
        Assert.Equal("", await ContentCheck.AgainstAsync("pacing-rules.schema.json", "pacing/rules.yaml"));
    }

    // What helped

    private static async Task<Journal> DiaryAsync(int days, Func<int, double> pain)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));
        var (random, carried, draft) = (new Random(11), 0.0, new Draft("checkin"));
        for (var t = 0; t < days; t++)
        {
            carried = 0.4 * carried + 2 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
            draft.Add(
                new Entry
                {
                    Measure = "pain",
                    Value = Math.Clamp(Math.Round(pain(t) + carried), 0, 10),
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Unit = "{score}",
                    Day = journal.Today.PlusDays(t - days),
                    Source = "checkin",
                }
            );
        }
        await journal.RecordAsync(draft);
        return journal;
    }

    private static Task<WhatHelpedReview?> HelpedAsync(Journal journal) =>
        WhatHelpedReview.OfAsync(journal, Measures, name => EvidenceMatch.For(Cards, name, c => c.Id), Rules);

    private static async Task<Treatment> TakeAsync(
        Journal journal,
        string name,
        int daysAgo,
        int? endedDaysAgo = null,
        bool asNeeded = false,
        TreatmentKind kind = TreatmentKind.Supplement
    )
    {
        var treatment = new Treatment { Name = name, Kind = kind };
        await journal.RecordAsync(
            new Draft("medicine")
                .Add(treatment)
                .Add(
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = journal.Today.PlusDays(-daysAgo),
                        End = endedDaysAgo is { } ended ? journal.Today.PlusDays(-ended) : null,
                        Schedule = new() { AsNeeded = asNeeded },
                    }
                )
        );
        return treatment;
    }

    [Fact]
    public async Task What_made_the_days_better_is_said_to_have_and_its_side_effects_and_costs_stand_beside_it()
    {
        var journal = await DiaryAsync(240, t => t >= 120 ? 3.5 : 6);
        var heat = await TakeAsync(journal, "Heat belt", 120);
        await journal.RecordAsync(
            new Draft("edit")
                .Add(
                    new SideEffect
                    {
                        TreatmentId = heat.Id,
                        Day = journal.Today.PlusDays(-60),
                        Text = "red skin",
                    }
                )
                .Add(
                    new SideEffect
                    {
                        TreatmentId = heat.Id,
                        Day = journal.Today.PlusDays(-200),
                        Text = "from an earlier time",
                    }
                )
                .Add(
                    new Cost
                    {
                        Kind = CostKind.Aid,
                        Day = journal.Today.PlusDays(-120),
                        Amount = 39.90m,
                        Currency = "EUR",
                        Text = "heat belt, large",
                    }
                )
                .Add(
                    new Cost
                    {
                        Kind = CostKind.Travel,
                        Day = journal.Today.PlusDays(-100),
                        Amount = 5,
                        Currency = "EUR",
                        Text = "bus",
                    }
                )
        );
        var tried = Assert.Single((await HelpedAsync(journal))!.Courses());
        Assert.Equal(HelpStanding.Told, tried.Standing);
        Assert.Equal(Analysis.Verdict.ProbablyHelps, Assert.Single(tried.Outcomes).Effect!.Verdict);
        Assert.Equal("red skin", Assert.Single(tried.SideEffects).Text);
        Assert.Equal(new Total(39.90, "EUR"), Assert.Single(tried.Costs));
    }

    [Fact]
    public async Task What_did_nothing_is_not_said_to_help()
    {
        var journal = await DiaryAsync(240, _ => 5);
        await TakeAsync(journal, "Copper bracelet", 120);
        Assert.NotEqual(
            Analysis.Verdict.ProbablyHelps,
            Assert.Single((await HelpedAsync(journal))!.Courses()).Outcomes[0].Effect!.Verdict
        );
    }

    [Theory]
    [InlineData("Gentle yoga class", 55, null, HelpStanding.TooEarly)] // its card says 56 days at the earliest
    [InlineData("Gentle yoga class", 57, null, HelpStanding.Told)]
    [InlineData("Something new", 27, null, HelpStanding.TooEarly)]
    [InlineData("Something new", 28, null, HelpStanding.Told)]
    [InlineData("Gentle yoga class", 100, 60, HelpStanding.TooEarly)] // it ended before it could have worked
    public async Task No_verdict_before_it_could_have_worked(
        string name,
        int daysAgo,
        int? endedDaysAgo,
        HelpStanding expected
    )
    {
        var journal = await DiaryAsync(200, _ => 5);
        await TakeAsync(journal, name, daysAgo, endedDaysAgo);
        var tried = Assert.Single((await HelpedAsync(journal))!.Courses());
        Assert.Equal(expected, tried.Standing);
        Assert.Equal(
            expected == HelpStanding.Told,
            tried.Outcomes[0].Effect is not null || tried.Outcomes[0].Declined is not null
        );
    }

    [Fact]
    public async Task What_began_together_is_not_told_apart_and_what_is_taken_on_bad_days_is_not_compared()
    {
        var journal = await DiaryAsync(240, t => t >= 120 ? 3 : 6);
        await TakeAsync(journal, "One", 120);
        await TakeAsync(journal, "Other", 118);
        await TakeAsync(journal, "Now and then", 119, asNeeded: true);
        var tried = (await HelpedAsync(journal))!.Courses();
        Assert.Equal(
            [("Other", HelpStanding.NotAlone), ("Now and then", HelpStanding.AsNeeded), ("One", HelpStanding.NotAlone)],
            tried.Select(t => (t.Treatment!.Name, t.Standing))
        );
        Assert.Equal(["Other"], tried[2].Others);
        Assert.All(tried, t => Assert.Null(t.Outcomes[0].Effect));
        Assert.NotNull(tried[2].ToldBy);
    }

    [Fact]
    public async Task A_medicine_is_never_named_as_the_one_to_go_without()
    {
        var journal = await DiaryAsync(240, t => t >= 120 ? 3 : 6);
        await TakeAsync(journal, "One", 120, kind: TreatmentKind.Medicine);
        await TakeAsync(journal, "Other", 118, kind: TreatmentKind.Medicine);
        Assert.All((await HelpedAsync(journal))!.Courses(), t =>
            Assert.Equal((HelpStanding.NotAlone, null, true), (t.Standing, t.ToldBy, t.ToldByMedicine))
        );
    }

    [Fact]
    public async Task What_began_at_about_the_same_time_is_told_where_its_end_tells_it()
    {
        var journal = await DiaryAsync(300, t => t is >= 120 and < 220 ? 3 : 6);
        await TakeAsync(journal, "Ended", 180, endedDaysAgo: 81);
        await TakeAsync(journal, "Goes on", 170);
        var tried = (await HelpedAsync(journal))!.Courses();
        Assert.All(tried, t => Assert.Equal(HelpStanding.Told, t.Standing));
        Assert.Equal(
            [("Goes on", false), ("Ended", true)],
            tried.Select(t => (t.Treatment!.Name, t.Outcomes[0].Effect!.Verdict == Analysis.Verdict.ProbablyHelps))
        );
    }

    [Fact]
    public async Task A_first_day_before_the_record_or_in_the_future_says_nothing_and_does_not_fail()
    {
        var journal = await DiaryAsync(60, _ => 5);
        var helped = (await HelpedAsync(journal))!;
        Assert.Null(helped.Stretch(journal.Today.PlusDays(-5000), null).Outcomes[0].Effect);
        Assert.Null(helped.Stretch(journal.Today.PlusDays(50), null).Outcomes[0].Effect);
        Assert.Null(helped.Stretch(journal.Today.PlusDays(-3), null).Outcomes[0].Effect);
    }

    // Flares

    private static DayColumn Pain(params double[] values) => new(new ColumnName("pain"), Measures.Find("pain"), values);

    [Fact]
    public void A_flare_is_over_when_two_recorded_days_in_a_row_are_near_the_usual_again()
    {
        double[] usual = [.. Enumerable.Repeat(4.0, 28)];
        var flare = new Flare { Start = Monday.PlusDays(28) };
        Assert.Equal(
            4,
            FlareRecord.DaysToUsual(flare, Pain([.. usual, 8, 8, 5, 7, 5, double.NaN, 4, 4]), Monday, null, FlareRules)
        );
        Assert.Null(FlareRecord.DaysToUsual(flare, Pain([.. usual, 8, 8, 8, 4]), Monday, null, FlareRules));
        Assert.Null(
            FlareRecord.DaysToUsual(flare, Pain([.. usual, 8, 8, 8, 4, 4]), Monday, Monday.PlusDays(32), FlareRules)
        );
        Assert.Null(
            FlareRecord.DaysToUsual(
                flare,
                Pain([.. Enumerable.Repeat(double.NaN, 28), 8, 4, 4]),
                Monday,
                null,
                FlareRules
            )
        );
    }

    [Fact]
    public void An_own_definition_reads_back_and_counts_only_runs_that_are_long_enough()
    {
        Gen.Select(Gen.Double[-1e3, 1e3], Gen.Int[1, 9])
            .Sample(
                (threshold, days) =>
                    Assert.Equal(
                        new OwnFlare("pain", threshold, days),
                        OwnFlare.Parse(new OwnFlare("pain", threshold, days).ToString())
                    )
            );
        foreach (var bad in (string?[])[null, "", "pain", "pain|x|1", "pain|NaN|1", "pain|7|0", "pain|7|1|2"])
            Assert.Null(OwnFlare.Parse(bad));
        var series = new DaySeries(Monday, 8, [Pain(3, 8, 3, 7, 9, 3, 8, 2)]);
        Assert.Equal(
            [(3, 4)],
            new OwnFlare("pain", 7, 2)
                .In(series)
                .Select(f => (f.FromDay - Monday.ToEpochDay(), f.ToDay - Monday.ToEpochDay()))
        );
        Assert.Equal(3, new OwnFlare("pain", 7, 1).In(series).Count);
        Assert.Empty(new OwnFlare("fog", 7, 1).In(series));
    }

    // Pacing

    private static Activity Did(int day, double units, ActivityKind kind = ActivityKind.Physical) =>
        new()
        {
            Day = Monday.PlusDays(day),
            Kind = kind,
            Units = units,
        };

    [Fact]
    public void A_day_without_an_entry_is_no_zero_and_a_day_of_rest_is()
    {
        var pacing = PacingReview.Of(
            [Did(0, 2), Did(0, 1, ActivityKind.Mental), Did(2, 0, ActivityKind.Rest)],
            Monday.PlusDays(3)
        )!;
        Assert.Equal([3, double.NaN, 0, double.NaN], pacing.Load);
        Assert.Equal([2, double.NaN, 0, double.NaN], pacing.ByKind[ActivityKind.Physical]);
        Assert.Null(PacingReview.Of([], Monday));
    }

    [Fact]
    public void The_budget_is_the_usual_day_and_less_in_a_flare_or_after_too_much()
    {
        var pacing = PacingReview.Of(
            [.. Enumerable.Range(0, 10).Select(d => Did(d, 4)), Did(10, 9)],
            Monday.PlusDays(10)
        )!;
        Assert.Equal(4, pacing.Budget(Monday.PlusDays(10), inFlare: false, PacingRules));
        Assert.Equal(3, pacing.Budget(Monday.PlusDays(10), inFlare: true, PacingRules));
        Assert.Equal(3, pacing.Budget(Monday.PlusDays(11), inFlare: false, PacingRules));
        Assert.Null(pacing.Budget(Monday.PlusDays(6), inFlare: false, PacingRules));
    }

    [Fact]
    public void Boom_and_bust_is_a_day_of_much_and_one_of_little_soon_after()
    {
        double[] load = [4, 4, 4, 4, 4, 4, 4, 9, 4, 1, 4, 4, 4, 9, 4, 4, 4, 1];
        var pacing = PacingReview.Of([.. load.Select((units, d) => Did(d, units))], Monday.PlusDays(load.Length))!;
        Assert.Equal([new Bust(Monday.PlusDays(7), Monday.PlusDays(9))], pacing.Busts(PacingRules));
    }

    [Fact]
    public void What_an_activity_costs_later_is_found_and_what_costs_nothing_is_not()
    {
        var random = new Random(3);
        const int Days = 150;
        double[] body = [.. Enumerable.Range(0, Days).Select(_ => (double)random.Next(6))],
            mind = [.. Enumerable.Range(0, Days).Select(_ => (double)random.Next(6))];
        double carried = 0;
        double[] pain =
        [
            .. Enumerable
                .Range(0, Days)
                .Select(t =>
                {
                    carried = 0.4 * carried + random.NextDouble() + random.NextDouble() - 1;
                    return 3 + carried + (t > 0 ? 0.4 * body[t - 1] : 0) + (t > 1 ? 0.2 * body[t - 2] : 0);
                }),
        ];
        var pacing = PacingReview.Of(
            [.. body.Select((u, d) => Did(d, u)), .. mind.Select((u, d) => Did(d, u, ActivityKind.Mental))],
            Monday.PlusDays(Days - 1)
        )!;
        var costs = pacing.Costs(new DaySeries(Monday, Days, [Pain(pain)]), Pain(pain), 0.05);
        var clear = Assert.Single(costs, c => c.Clear);
        Assert.Equal(ActivityKind.Physical, clear.Kind);
        Assert.InRange(0.6, clear.Lo, clear.Hi);
    }

    // Early warning

    [Theory]
    [InlineData(0.9, true)]
    [InlineData(0.0, false)]
    public void A_warning_is_on_only_where_yesterday_tells_of_today_and_it_counts_its_hits_and_misses(
        double carry,
        bool on
    )
    {
        var random = new Random(5);
        double carried = 0;
        double[] pain =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(_ =>
                    Math.Clamp(
                        Math.Round(
                            5
                                + (
                                    carried =
                                        carry * carried
                                        + (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)
                                            * (carry > 0 ? 1.6 : 4)
                                )
                        ),
                        0,
                        10
                    )
                ),
        ];
        var report = JournalFindings.Of(
            new DaySeries(Monday, 300, [Pain(pain)]),
            null,
            new HashSet<string>(),
            new FindingQuestion { Flare = new OwnFlare("pain", 7, 1) }
        )!;
        var warnings = EarlyWarnings.Of(report, FlareRules)!;
        Assert.Equal(on, warnings.IsOn);
        Assert.Equal(on, warnings.Next is not null);
        Assert.Equal(
            warnings.Quality.Days,
            warnings.Count(true, true)
                + warnings.Count(true, false)
                + warnings.Count(false, true)
                + warnings.Count(false, false)
        );
        Assert.Equal(warnings.Quality.Events, warnings.Count(true, true) + warnings.Count(false, true));
        if (on)
            Assert.Equal(Monday.PlusDays(300), warnings.Next!.Day);
    }

    [Fact]
    public void Without_an_own_definition_there_is_no_warning() =>
        Assert.Null(
            EarlyWarnings.Of(
                JournalFindings.Of(
                    new DaySeries(Monday, 60, [Pain([.. Enumerable.Range(0, 60).Select(t => t % 9.0)])]),
                    null,
                    new HashSet<string>()
                )!,
                FlareRules
            )
        );
}
