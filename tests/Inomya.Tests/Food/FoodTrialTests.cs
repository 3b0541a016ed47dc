using CsCheck;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Food;

/// <summary>Leaving one food out and bringing it back: the plan is locked, its rule is fixed, and it ends by itself.</summary>
public class FoodTrialTests
{
    private static readonly FoodTrialRules Rules = FoodTrialRules.Read(Shelf.Content);
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);

    private static async Task<(FoodTrialBook Book, Journal Journal, FakeClock Clock)> NewAsync(
        string storage = Storage.Sqlite
    )
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(storage, clock);
        return (new FoodTrialBook(journal, Measures, Rules), journal, clock);
    }

    private static async Task<FoodTrial> LockedAsync(FoodTrialBook book)
    {
        await book.LockAsync("dairy", "pain", 21, "the rule", "one");
        return (await book.CurrentAsync())!;
    }

    private static async Task<FoodProtocol> PlanAsync() => (await LockedAsync((await NewAsync()).Book)).Plan;

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task A_locked_plan_reads_back_as_it_was_and_a_second_press_locks_nothing_more(string storage)
    {
        var (book, journal, _) = await NewAsync(storage);
        var trial = await LockedAsync(book);
        Assert.True(trial.IsIntact);
        Assert.Equal(
            ("dairy", "pain", journal.Today.PlusDays(1)),
            (trial.Plan.Item, trial.Plan.Outcome, trial.Plan.Start)
        );
        Assert.Equal((2.0, 1.0), (trial.Plan.WorseBy, trial.Plan.BetterBy));
        await book.LockAsync("dairy", "pain", 21, "the rule", "one");
        Assert.Single(await book.TrialsAsync());
        Assert.Empty(await ExperimentBook.ToRead(journal, Measures).RunsAsync());
    }

    [Fact]
    public async Task A_plan_that_was_changed_afterwards_is_found_out()
    {
        var (book, journal, _) = await NewAsync();
        var there = (await LockedAsync(book)).Experiment;
        await journal.RecordAsync(
            new Draft("edit").Correct(
                there,
                there with
                {
                    Protocol = there.Protocol.Replace("\"worse_by\": 2", "\"worse_by\": 0", StringComparison.Ordinal),
                }
            )
        );
        Assert.False((await book.CurrentAsync())!.IsIntact);
    }

    [Fact]
    public async Task Every_day_is_in_one_phase_and_the_phases_follow_one_another()
    {
        var plan = await PlanAsync();
        List<FoodDay> days = [.. Enumerable.Range(-1, plan.Days + 2).Select(n => plan.On(plan.Start.PlusDays(n)))];
        Assert.Equal(FoodPhase.Waiting, days[0].Phase);
        Assert.Equal(FoodPhase.Over, days[^1].Phase);
        Assert.Equal(
            (14, 21),
            (days.Count(d => d.Phase == FoodPhase.Baseline), days.Count(d => d.Phase == FoodPhase.Removal))
        );
        Assert.Equal(
            (9, 6),
            (days.Count(d => d.Phase == FoodPhase.Challenge), days.Count(d => d.Phase == FoodPhase.Washout))
        );
        Assert.Equal(plan.End, plan.DaysOf(FoodPhase.Challenge, 3).Last());
        Assert.All(Enumerable.Range(1, 3), n => Assert.Equal(7, plan.ReferenceOf(n).Count()));
        Assert.All(Enumerable.Range(1, 3), n =>
            Assert.All(plan.ReferenceOf(n), d => Assert.NotEqual(FoodPhase.Challenge, plan.On(d).Phase))
        );
        Assert.All(plan.ReferenceOf(2), d => Assert.True(d < plan.DaysOf(FoodPhase.Challenge, 2).First()));
    }

    private static FoodOutcome Judge(
        FoodProtocol plan,
        double baseline,
        double removal,
        double[] challenges,
        Func<LocalDate, bool>? missing = null,
        Func<LocalDate, bool>? otherwise = null,
        Func<LocalDate, bool>? silent = null
    ) =>
        FoodOutcome.Of(
            plan,
            day =>
                missing?.Invoke(day) == true ? double.NaN
                : plan.On(day) is var on && on.Phase == FoodPhase.Baseline ? baseline
                : on.Phase == FoodPhase.Challenge ? challenges[on.Number - 1]
                : removal,
            day =>
                otherwise?.Invoke(day) == true ? Adherence.Otherwise
                : silent?.Invoke(day) == true ? null
                : Adherence.AsSaid
        );

    [Theory]
    [InlineData(6, 4, new double[] { 7, 7, 7 }, FoodVerdict.KeepOut)]
    [InlineData(6, 4, new double[] { 6, 6, 4 }, FoodVerdict.KeepOut)] // two of three are enough
    [InlineData(6, 4, new double[] { 7, 4, 4 }, FoodVerdict.UsualFood)] // one is not
    [InlineData(6, 4, new double[] { 5.9, 5.9, 5.9 }, FoodVerdict.UsualFood)] // worse, but by less than two
    [InlineData(4, 4, new double[] { 9, 9, 9 }, FoodVerdict.UsualFood)] // the weeks without it were no better
    [InlineData(4.9, 4, new double[] { 9, 9, 9 }, FoodVerdict.UsualFood)] // better by less than one
    [InlineData(5, 4, new double[] { 6, 6, 6 }, FoodVerdict.KeepOut)] // at both limits
    public async Task The_verdict_is_that_of_the_rule(
        double baseline,
        double removal,
        double[] again,
        FoodVerdict verdict
    ) => Assert.Equal(verdict, Judge(await PlanAsync(), baseline, removal, again).Verdict);

    [Fact]
    public async Task Where_more_is_better_the_rule_turns_round()
    {
        var plan = await PlanAsync() with { HigherIsWorse = false };
        Assert.Equal(FoodVerdict.KeepOut, Judge(plan, 4, 6, [3, 3, 6]).Verdict);
        Assert.Equal(FoodVerdict.UsualFood, Judge(plan, 6, 4, [7, 7, 7]).Verdict);
    }

    [Fact]
    public async Task What_was_not_recorded_is_neither_worse_nor_safe()
    {
        var plan = await PlanAsync();
        bool Challenge(LocalDate day, params int[] numbers) =>
            plan.On(day) is { Phase: FoodPhase.Challenge } on && numbers.Contains(on.Number);

        // one worse, two that were not recorded: two of three may or may not have been
        Assert.Equal(FoodVerdict.CannotTell, Judge(plan, 6, 4, [7, 7, 7], missing: d => Challenge(d, 2, 3)).Verdict);
        // none worse of two: a third could not make it two
        Assert.Equal(FoodVerdict.UsualFood, Judge(plan, 6, 4, [4, 4, 4], missing: d => Challenge(d, 3)).Verdict);
        // the baseline was not recorded
        var blind = Judge(plan, 6, 4, [7, 7, 7], missing: d => plan.On(d).Phase == FoodPhase.Baseline);
        Assert.Equal((FoodVerdict.CannotTell, 0), (blind.Verdict, blind.Baseline));
        Assert.True(double.IsNaN(blind.BetterBy));
        // a challenge that was not done as planned does not count
        var other = Judge(plan, 6, 4, [7, 7, 7], otherwise: d => Challenge(d, 1));
        Assert.Equal((FoodVerdict.KeepOut, null), (other.Verdict, other.Challenges[0].IsWorse));
        Assert.Equal(FoodVerdict.CannotTell, Judge(plan, 6, 4, [7, 7, 7], otherwise: d => Challenge(d, 1, 2)).Verdict);
        Assert.Equal(FoodVerdict.CannotTell, FoodOutcome.Of(plan, _ => double.NaN, _ => Adherence.AsSaid).Verdict);
    }

    [Fact]
    public async Task Fewer_records_never_turn_the_usual_food_into_keeping_out()
    {
        var plan = await PlanAsync();
        Gen.Select(Gen.Double[0, 10].Array[plan.Days], Gen.Int[0, plan.Days - 1].Array[0, 40])
            .Sample(
                (values, gone) =>
                {
                    double On(LocalDate day) => values[Period.DaysBetween(plan.Start, day)];
                    var all = FoodOutcome.Of(plan, On, _ => Adherence.AsSaid);
                    var reversed = FoodOutcome.Of(
                        plan with
                        {
                            HigherIsWorse = false,
                        },
                        d => 10 - On(d),
                        _ => Adherence.AsSaid
                    );
                    Assert.Equal(all.Verdict, reversed.Verdict);
                    var some = FoodOutcome.Of(
                        plan,
                        d => gone.Contains(Period.DaysBetween(plan.Start, d)) ? double.NaN : On(d),
                        _ => Adherence.AsSaid
                    );
                    if (some.Verdict == FoodVerdict.KeepOut)
                        Assert.True(
                            some.BetterBy >= plan.BetterBy && some.Challenges.Count(c => c.IsWorse == true) >= 2
                        );
                    Assert.Equal(
                        FoodVerdict.CannotTell,
                        FoodOutcome.Of(plan, On, _ => Adherence.AsSaid, plan.End).Verdict
                    );
                }
            );
    }

    [Fact]
    public async Task It_ends_by_itself_on_its_last_day_and_a_stopped_one_answers_nothing()
    {
        var (book, journal, clock) = await NewAsync();
        var trial = await LockedAsync(book);
        clock.Advance(Duration.FromDays(trial.Plan.Days));
        Assert.NotNull(await book.CurrentAsync());
        clock.Advance(Duration.FromDays(1));
        Assert.Null(await book.CurrentAsync());
        Assert.Equal(FoodPhase.Over, trial.On(journal.Today).Phase);
        Assert.Equal(FoodVerdict.CannotTell, (await book.ReadAsync(trial)).Verdict);

        await book.LockAsync("gluten", "fatigue", 14, "the rule", "two");
        var second = (await book.CurrentAsync())!;
        Assert.NotNull(await OtherPlans.StopAsync(journal, second.Experiment, "enough", "three"));
        Assert.Null(await book.CurrentAsync());
        var stopped = (await book.FindAsync(second.Experiment.Id))!;
        Assert.Equal(FoodPhase.Over, stopped.On(journal.Today).Phase);
        Assert.Equal(FoodVerdict.CannotTell, (await book.ReadAsync(stopped)).Verdict);
        Assert.Null(await OtherPlans.StopAsync(journal, stopped.Experiment, "again", "four"));
    }

    [Fact]
    public async Task Two_tests_at_once_are_refused_in_either_order()
    {
        var (book, journal, clock) = await NewAsync();
        await LockedAsync(book);
        var plan = new Plan
        {
            Question = "Does tea help?",
            With = "tea",
            Without = "water",
            Outcome = "pain",
            MinimalChange = 1,
            ExpectedEffect = 2,
            BlockDays = 7,
        };
        var blocks = new ExperimentBook(journal, Measures, DesignRules.Read(Shelf.Content));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            blocks.LockAsync(plan, SeedSource.ByChance, "rule", "b")
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() => book.LockAsync("gluten", "pain", 21, "rule", "c"));
        Assert.True(await book.OpenAsync());
        clock.Advance(Duration.FromDays(100));
        Assert.False(await book.OpenAsync());
    }

    [Theory]
    [InlineData("peanuts", "pain", 21)]
    [InlineData("nothing", "pain", 21)]
    [InlineData("dairy", "steps", 21)]
    [InlineData("dairy", "pain", 60)]
    public async Task What_is_not_offered_is_refused(string item, string outcome, int days)
    {
        var (book, _, _) = await NewAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => book.LockAsync(item, outcome, days, "rule", "one"));
        Assert.Empty(await book.TrialsAsync());
    }

    [Fact]
    public async Task Whether_a_day_went_as_planned_is_kept_once_can_be_changed_and_only_of_days_that_came()
    {
        var (book, journal, clock) = await NewAsync();
        var trial = await LockedAsync(book);
        Assert.Null(await book.KeepAsync(trial.Experiment.Id, trial.Plan.Start, Adherence.AsSaid, "a"));
        clock.Advance(Duration.FromDays(3));
        Assert.NotNull(await book.KeepAsync(trial.Experiment.Id, trial.Plan.Start, Adherence.AsSaid, "b"));
        Assert.Null(await book.KeepAsync(trial.Experiment.Id, trial.Plan.Start, Adherence.AsSaid, "c"));
        Assert.NotNull(await book.KeepAsync(trial.Experiment.Id, trial.Plan.Start, Adherence.Otherwise, "d"));
        Assert.Equal(
            Adherence.Otherwise,
            Assert.Single(await AdherenceDays.OfAsync(journal, trial.Experiment.Id)).Value
        );
        Assert.Null(await book.KeepAsync(Guid.NewGuid(), trial.Plan.Start, Adherence.AsSaid, "e"));
    }

    private static async Task RateAsync(Journal journal, FoodTrial trial, Func<LocalDate, double> value, int days)
    {
        var draft = new Draft("checkin");
        for (var n = 0; n < days; n++)
        {
            var day = trial.Plan.Start.PlusDays(n);
            draft.Add(
                new Entry
                {
                    Measure = "pain",
                    Value = value(day),
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Unit = "{score}",
                    Day = day,
                    Source = "checkin",
                }
            );
        }
        await journal.RecordAsync(draft);
    }

    [Fact]
    public async Task The_days_of_the_journal_are_what_is_judged()
    {
        var (book, journal, clock) = await NewAsync();
        var trial = await LockedAsync(book);
        clock.Advance(Duration.FromDays(trial.Plan.Days + 1));
        await RateAsync(
            journal,
            trial,
            day => trial.Plan.On(day).Phase is FoodPhase.Baseline or FoodPhase.Challenge ? 7 : 4,
            trial.Plan.Days
        );
        // rated and not said to have gone as planned: no day counts
        var silent = await book.ReadAsync(trial);
        Assert.Equal((FoodVerdict.CannotTell, 0, trial.Plan.Days), (silent.Verdict, silent.Counted, silent.LeftOut));
        for (var n = 0; n < trial.Plan.Days; n++)
            await book.KeepAsync(trial.Experiment.Id, trial.Plan.Start.PlusDays(n), Adherence.AsSaid, $"day-{n}");
        var outcome = await book.ReadAsync(trial);
        Assert.Equal(
            (FoodVerdict.KeepOut, 3.0, 14, 21),
            (outcome.Verdict, outcome.BetterBy, outcome.Baseline, outcome.Removal)
        );
        Assert.Equal((trial.Plan.Days, 0), (outcome.Counted, outcome.LeftOut));
        Assert.All(outcome.Challenges, c => Assert.Equal(3, c.WorseBy));
    }

    [Theory]
    [InlineData(FoodPhase.Baseline)]
    [InlineData(FoodPhase.Removal)]
    [InlineData(FoodPhase.Challenge)]
    public async Task A_day_of_which_nothing_was_said_is_not_taken_for_kept(FoodPhase phase)
    {
        var plan = await PlanAsync();
        var outcome = Judge(plan, 6, 4, [7, 7, 7], silent: d => plan.On(d).Phase == phase);
        Assert.Equal(FoodVerdict.CannotTell, outcome.Verdict);
        Assert.Equal(plan.Days - outcome.Counted, outcome.LeftOut);
        Assert.True(outcome.LeftOut > 0);
        // a plan of before is judged by what was locked
        var old = plan with { Format = 1, OnlyAsSaid = false };
        Assert.Equal(FoodVerdict.KeepOut, Judge(old, 6, 4, [7, 7, 7], silent: d => plan.On(d).Phase == phase).Verdict);
    }

    [Fact]
    public async Task Means_at_a_limit_are_at_it_whatever_their_last_digit()
    {
        var plan = await PlanAsync() with { WorseBy = 0.3, BetterBy = 0.3 };
        // 0.1 + 0.2 and 0.3 are not the same number to a machine
        Assert.Equal(FoodVerdict.KeepOut, Judge(plan, 0.8, 0.5, [0.8, 0.8, 0.8]).Verdict);
        Assert.True(0.8 - 0.5 < 0.3 + 1e-12);
    }

    [Fact]
    public async Task A_stop_ends_the_days_of_a_trial_none_from_it_on_counts_or_is_kept()
    {
        var (book, journal, clock) = await NewAsync();
        var trial = await LockedAsync(book);
        clock.Advance(Duration.FromDays(10));
        for (var n = 0; n < 10; n++)
            await book.KeepAsync(trial.Experiment.Id, trial.Plan.Start.PlusDays(n), Adherence.AsSaid, $"day-{n}");
        await OtherPlans.StopAsync(journal, trial.Experiment, "enough", "stop");
        var stopped = (await book.FindAsync(trial.Experiment.Id))!;
        clock.Advance(Duration.FromDays(5));
        await RateAsync(journal, trial, _ => 5, days: 14);
        Assert.Null(await book.KeepAsync(trial.Experiment.Id, journal.Today, Adherence.AsSaid, "late"));
        // nine days before the one on which it was stopped
        var outcome = await book.ReadAsync(stopped);
        Assert.Equal(
            (FoodVerdict.CannotTell, 9, 9, 0),
            (outcome.Verdict, outcome.Baseline, outcome.Counted, outcome.LeftOut)
        );
    }

    [Fact]
    public async Task Nobody_whom_something_bars_is_told_to_eat_a_little_of_it()
    {
        var (book, journal, _) = await NewAsync();
        var trial = await LockedAsync(book);
        var old = trial.Plan.End.PlusDays(Rules.AnswerHoldsDays + 1);
        FoodGates Open() => new([], [], [], false);
        Assert.Equal("old", trial.OldAnswer(FoodVerdict.KeepOut, Rules, old, Open()));
        Assert.Null(trial.OldAnswer(FoodVerdict.KeepOut, Rules, old.PlusDays(-1), Open()));
        Assert.Null(trial.OldAnswer(FoodVerdict.UsualFood, Rules, old, Open()));
        // an allergy on the list, and questions that nobody answered
        await journal.RecordAsync(new Draft("edit").Add(new Allergy { Name = "cheeses" }));
        var gates = await FoodGates.ForAsync(
            journal,
            Inomya.Programmes.Gates.Read(Shelf.Content),
            Shelf.Catalogue,
            Rules,
            Measures.Food.Find("dairy")
        );
        Assert.Contains(FoodBar.AllergyToItem, gates.Bars);
        Assert.Equal("old.barred", trial.OldAnswer(FoodVerdict.KeepOut, Rules, old, gates));
        Assert.Equal("old.barred", trial.OldAnswer(FoodVerdict.KeepOut, Rules, old, gates with { Bars = [] }));
    }
}
