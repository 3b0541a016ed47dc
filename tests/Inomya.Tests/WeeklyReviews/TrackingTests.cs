using CsCheck;
using Inomya.Analysis;
using Inomya.Checkins;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Reminders;
using Inomya.Tests.Medicines;
using Inomya.WeeklyReviews;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.WeeklyReviews;

/// <summary>"Does tracking harm me?": the order is drawn, the plan is locked, and what it says rests on the draw alone.</summary>
public class TrackingTests
{
    private static readonly WeeklyReviewRules Rules = WeeklyReviewRules.Read(Shelf.Content);
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);
    private const double Rounding = 1e-9;

    private static async Task<(TrackingBook Book, Journal Journal, FakeClock Clock)> NewAsync(
        string storage = Storage.Sqlite
    )
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(storage, clock);
        return (new TrackingBook(journal, Measures, Rules), journal, clock);
    }

    private static async Task<TrackingTrial> LockedAsync(TrackingBook book, ulong seed = 42, int days = 7)
    {
        await book.LockAsync(days, new SeedSource(() => seed), "the rule", "one");
        return (await book.CurrentAsync())!;
    }

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task A_locked_plan_has_the_order_of_its_seed_and_reads_back_intact(string storage)
    {
        var (book, journal, _) = await NewAsync(storage);
        var trial = await LockedAsync(book);
        Assert.True(trial.IsIntact);
        Assert.Equal(BlockDesign.Order(6, 42), trial.Plan.Daily);
        Assert.Equal((journal.Today.PlusDays(1), 84), (trial.Plan.Start, trial.Plan.Days));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            book.LockAsync(7, SeedSource.ByChance, "rule", "two")
        );
        await Assert.ThrowsAsync<ArgumentException>(() => book.LockAsync(3, SeedSource.ByChance, "rule", "three"));
    }

    [Fact]
    public async Task In_a_calm_block_nothing_is_asked_until_its_last_day_and_in_the_other_every_day()
    {
        var plan = (await LockedAsync((await NewAsync()).Book)).Plan;
        for (var n = 0; n < plan.Days; n++)
        {
            var day = plan.Start.PlusDays(n);
            var block = plan.BlockOn(day)!.Value;
            Assert.Equal(plan.Daily[block] || day == plan.EndOf(block) ? null : plan.EndOf(block), plan.NextAsked(day));
            Assert.Equal(
                n % 7 == 6 ? block
                    : n % 7 == 0 && block > 0 ? block - 1
                    : null,
                plan.DueOn(day)
            );
        }
        Assert.Null(plan.BlockOn(plan.Start.PlusDays(-1)));
        Assert.Null(plan.NextAsked(plan.End.PlusDays(1)));
        Assert.Equal(11, plan.DueOn(plan.End.PlusDays(1)));
    }

    [Fact]
    public async Task In_a_calm_block_no_reminder_calls_for_the_check_in_and_a_stopped_one_calms_nothing()
    {
        var (book, journal, _) = await NewAsync();
        var trial = await LockedAsync(book);
        var calm = trial.Plan.CalmDays().ToList();
        Assert.Equal(6 * 6, calm.Count);
        var source = await ReminderSource.ReadAsync(journal, journal.Today);
        Assert.Equal(calm, source.CheckedIn.Order());
        await OtherPlans.StopAsync(journal, trial.Experiment, "enough", null);
        Assert.Empty((await ReminderSource.ReadAsync(journal, journal.Today)).CheckedIn);
    }

    [Fact]
    public async Task A_stop_ends_its_days_no_block_is_on_and_none_that_it_cut_off_counts()
    {
        var (book, journal, clock) = await NewAsync();
        var trial = await LockedAsync(book);
        clock.AdvanceDays(10);
        await OtherPlans.StopAsync(journal, trial.Experiment, "enough", null);
        var stopped = Assert.Single(await book.TrialsAsync());
        Assert.Equal(0, stopped.BlockOn(stopped.Plan.Start));
        Assert.Null(stopped.BlockOn(journal.Today));
        Assert.True(stopped.HasBlock(0));
        Assert.False(stopped.HasBlock(1));
        Assert.DoesNotContain(stopped.CalmDays(), d => d >= journal.Today);
        // a questionnaire that is answered later is of no block
        var draft = new Draft("questionnaire");
        foreach (var block in Enumerable.Range(0, 3))
            draft.Add(
                new Response
                {
                    Instrument = "peg",
                    Version = "1.0.0",
                    Day = stopped.Plan.EndOf(block),
                    Completed = true,
                    Json = "{}",
                    Scores = """{"PEG":{"PEG":5}}""",
                    Source = "questionnaire",
                }
            );
        await journal.RecordAsync(draft);
        var blocks = (await book.ReadAsync(stopped)).Blocks;
        Assert.Equal(5, blocks[0]);
        Assert.All(blocks.Skip(1), b => Assert.Equal(double.NaN, b));
    }

    [Fact]
    public async Task Whatever_the_scores_the_answer_follows_the_exact_test_and_its_interval()
    {
        var plan = (await LockedAsync((await NewAsync()).Book)).Plan;
        // a PEG score is a third of a whole number
        Gen.Int[0, 30]
            .Array[12]
            .Sample(thirds =>
            {
                double[] blocks = [.. thirds.Select(t => t / 3.0)];
                var outcome = TrackingOutcome.Of(plan, blocks);
                var told = outcome.Answer is TrackingAnswer.DailyWorse or TrackingAnswer.DailyBetter;
                Assert.Equal(told, outcome.P <= 0.05);
                Assert.Equal(told, outcome.Lo > Rounding || outcome.Hi < -Rounding);
                var turned = TrackingOutcome.Of(plan, [.. blocks.Select(b => 10 - b)]);
                Assert.Equal(-outcome.Difference, turned.Difference, 9);
                Assert.Equal(outcome.P, turned.P);
                Assert.Equal(TrackingAnswer.CannotTell, TrackingOutcome.Of(plan, blocks, stopped: true).Answer);
            });
    }

    /// <summary>Thirds whose differences cancel to nothing but their rounding, which turns with the scale.</summary>
    [Fact]
    public async Task A_difference_of_nothing_is_nothing_whichever_way_the_scale_runs()
    {
        var plan = (await LockedAsync((await NewAsync()).Book)).Plan;
        int[] thirds = [1, 6, 4, 14, 0, 9, 15, 28, 12, 4, 9, 28];
        double[] blocks = [.. thirds.Select(t => t / 3.0)];
        Assert.Equal(TrackingOutcome.Of(plan, blocks).P, TrackingOutcome.Of(plan, [.. blocks.Select(b => 10 - b)]).P);
    }

    [Fact]
    public async Task Worse_and_better_and_no_difference_are_told_and_one_lost_pair_of_six_cannot_be()
    {
        var plan = (await LockedAsync((await NewAsync()).Book)).Plan;
        double[] Made(double daily) => [.. plan.Daily.Select((d, i) => 5 + 0.1 * (i / 2) + (d ? daily : 0))];
        Assert.Equal(TrackingAnswer.DailyWorse, TrackingOutcome.Of(plan, Made(2)).Answer);
        Assert.Equal(TrackingAnswer.DailyBetter, TrackingOutcome.Of(plan, Made(-2)).Answer);
        double[] alike = [.. plan.Daily.Select((_, i) => 5 + (i % 4 is 0 or 3 ? 0.2 : 0))];
        Assert.Equal(TrackingAnswer.NoDifference, TrackingOutcome.Of(plan, alike).Answer);
        var lost = Made(2);
        lost[3] = double.NaN;
        var outcome = TrackingOutcome.Of(plan, lost);
        Assert.Equal((TrackingAnswer.CannotTell, 5), (outcome.Answer, outcome.Pairs));
        Assert.Equal(
            TrackingAnswer.CannotTell,
            TrackingOutcome.Of(plan, [.. Enumerable.Repeat(double.NaN, 12)]).Answer
        );
    }

    [Fact]
    public async Task What_was_answered_at_the_end_of_a_block_is_its_score_and_nothing_else_is()
    {
        var (book, journal, clock) = await NewAsync();
        var trial = await LockedAsync(book);
        var plan = trial.Plan;
        clock.Advance(Duration.FromDays(40));
        var draft = new Draft("questionnaire");
        foreach (
            var (day, score) in new[]
            {
                (plan.EndOf(0), 4.0),
                (plan.EndOf(1).PlusDays(1), 5),
                (plan.EndOf(2).PlusDays(-3), 6), // in the middle of a block
                (plan.EndOf(3).PlusDays(-1), 7),
            }
        )
            draft.Add(
                new Response
                {
                    Instrument = "peg",
                    Version = "1.0.0",
                    Day = day,
                    Completed = true,
                    Json = """{"resourceType":"QuestionnaireResponse","item":[]}""",
                    Scores = FormattableString.Invariant($$$"""{"PEG": {"PEG": {{{score}}}}}"""),
                    Source = "questionnaire",
                }
            );
        await journal.RecordAsync(draft);
        var blocks = await book.BlocksAsync(trial);
        Assert.Equal([4, 5, double.NaN, 7, double.NaN], blocks.Take(5));
    }

    [Fact]
    public async Task It_is_over_the_day_after_its_last_and_the_asking_is_the_persons_own_again()
    {
        var (book, journal, clock) = await NewAsync();
        var trial = await LockedAsync(book);
        clock.Advance(Duration.FromDays(trial.Plan.Days + 1));
        Assert.NotNull(await book.CurrentAsync());
        clock.Advance(Duration.FromDays(1));
        Assert.Null(await book.CurrentAsync());
        Assert.Null(trial.Plan.BlockOn(journal.Today));
        Assert.Equal(Rhythm.Daily, Rhythm.Of(await journal.SettingsAsync()));
    }

    [Fact]
    public async Task A_null_person_is_told_a_difference_in_at_most_five_of_a_hundred()
    {
        var random = new Random(8);
        var (book, _, _) = await NewAsync();
        var plan = (await LockedAsync(book)).Plan;
        const int Persons = 2_000;
        var told = Enumerable
            .Range(0, Persons)
            .Count(n =>
            {
                var drawn = plan with { Daily = BlockDesign.Order(6, (ulong)n + 1) };
                double level = 5;
                double[] blocks =
                [
                    .. Enumerable.Range(0, 12).Select(_ => (level = 0.6 * level + 2 + random.NextDouble() * 3 - 1.5)),
                ];
                return TrackingOutcome.Of(drawn, blocks).Answer
                    is TrackingAnswer.DailyWorse
                        or TrackingAnswer.DailyBetter;
            });
        Assert.InRange((double)told / Persons, 0, 0.05);
    }
}
