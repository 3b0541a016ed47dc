using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using Inomya.Tests.Questionnaires;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Experiments;

public class ExperimentBookTests
{
    private static readonly DesignRules Rules = DesignRules.Read(Shelf.Content);
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);

    private static readonly Plan Tea = new()
    {
        Question = "Does tea help?",
        With = "tea",
        Without = "water",
        Outcome = "pain",
        ScaleLow = 0,
        ScaleTop = 10,
        MinimalChange = 1,
        ExpectedEffect = 2,
        BlockDays = 7,
        OnsetDays = 1,
        WashoutDays = 2,
    };

    private static async Task<(ExperimentBook Book, Journal Journal, FakeClock Clock)> NewAsync(
        string storage,
        int days = 60
    )
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(storage, clock);
        var random = new Random(1);
        var draft = new Draft("checkin");
        for (var day = 1; day <= days; day++)
            draft.Add(Pain(journal.Today.PlusDays(-day), 3 + random.Next(5)));
        if (days > 0)
            await journal.RecordAsync(draft);
        return (new ExperimentBook(journal, Measures, Rules), journal, clock);
    }

    private static Entry Pain(LocalDate day, double value) =>
        new()
        {
            Measure = "pain",
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = day,
            Source = "checkin",
        };

    [Fact]
    public async Task The_rules_of_design_keep_to_their_schema() =>
        Assert.Equal("", await ContentCheck.AgainstAsync("experiment-design.schema.json", "experiments/design.yaml"));

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task A_locked_plan_reads_back_as_it_was_with_the_order_of_its_seed(string storage)
    {
        var (book, journal, _) = await NewAsync(storage);
        var locked = await book.LockAsync(Tea, new SeedSource(() => 42), "the rule", "one");
        var run = Assert.Single(await book.RunsAsync());
        Assert.True(run.IsIntact);
        Assert.Equal(Tea, run.Protocol.Plan);
        Assert.Equal(Analysis.BlockDesign.Order(run.Protocol.Pairs, 42), run.Protocol.Order);
        Assert.Equal((journal.Today.PlusDays(1), Phase.Waiting), (run.Protocol.Start, run.PhaseOn(journal.Today)));
        Assert.Equal(locked.ProtocolHash, Protocol.HashOf(run.Protocol.ToJson()));
    }

    [Fact]
    public async Task A_plan_changed_after_it_was_locked_is_found_out()
    {
        var (book, journal, _) = await NewAsync(Storage.Sqlite);
        var locked = await book.LockAsync(Tea, SeedSource.ByChance, "the rule", "one");
        var there = Assert.Single(await journal.AllAsync<Experiment>());
        Assert.Contains("\"minimal_change\": 1", locked.Protocol, StringComparison.Ordinal);
        await journal.RecordAsync(
            new Draft("edit").Correct(
                there,
                there with
                {
                    Protocol = there.Protocol.Replace(
                        "\"minimal_change\": 1",
                        "\"minimal_change\": 0.1",
                        StringComparison.Ordinal
                    ),
                }
            )
        );
        Assert.False(Assert.Single(await book.RunsAsync()).IsIntact);
    }

    [Fact]
    public async Task One_of_a_diet_is_put_away_with_food_and_found_by_nobody()
    {
        var (book, journal, clock) = await NewAsync(Storage.Sqlite);
        var diet = new Treatment { Name = "Without milk", Kind = TreatmentKind.Diet };
        await journal.RecordAsync(new Draft("treatment").Add(diet));
        var id = (await book.LockAsync(Tea with { TreatmentId = diet.Id }, SeedSource.ByChance, "the rule", "one")).Id;
        Assert.True((await book.FindAsync(id))!.IsAboutFood);
        Assert.False(await book.IsPutAwayAsync(id));
        clock.AdvanceDays(2);
        await journal.RecordAsync(
            new Draft("history").Add(new HistoryItem { Kind = HistoryKind.Condition, Text = "anorexia" })
        );
        Assert.True(await book.IsPutAwayAsync(id));
        Assert.Null(await book.FindAsync(id));
        Assert.Null(await book.CurrentAsync());
        Assert.Empty(await book.RunsAsync());
        Assert.Null(await book.KeepAsync(id, journal.Today, Adherence.AsSaid, null));
    }

    [Fact]
    public async Task Two_at_once_and_one_without_a_record_are_refused()
    {
        var (book, _, _) = await NewAsync(Storage.Sqlite);
        await book.LockAsync(Tea, SeedSource.ByChance, "the rule", "one");
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            book.LockAsync(Tea, SeedSource.ByChance, "the rule", "two")
        );
        Assert.Equal(0, PlanLengths.Of(Tea, [], Rules).Recorded);
        Assert.Empty(await (await NewAsync(Storage.Sqlite, days: 0)).Book.PastAsync("pain"));
    }

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task Only_days_of_the_test_that_have_come_are_kept_and_an_answer_can_be_taken_back(string storage)
    {
        var (book, journal, clock) = await NewAsync(storage);
        var id = (await book.LockAsync(Tea, SeedSource.ByChance, "the rule", "one")).Id;
        var first = journal.Today.PlusDays(1);
        Assert.Null(await book.KeepAsync(id, journal.Today, Adherence.AsSaid, null));
        Assert.Null(await book.KeepAsync(id, first, Adherence.AsSaid, null));
        clock.Advance(Duration.FromDays(2));
        Assert.NotNull(await book.KeepAsync(id, first, Adherence.AsSaid, null));
        Assert.Null(await book.KeepAsync(id, first, Adherence.AsSaid, null));
        await book.KeepAsync(id, first, Adherence.Otherwise, null);
        Assert.Equal(Adherence.Otherwise, (await book.KeptAsync(id))[first]);
        await book.KeepAsync(id, first, null, null);
        Assert.Empty(await book.KeptAsync(id));
    }

    [Fact]
    public async Task Days_that_settle_and_days_not_recorded_never_count_and_never_become_a_number()
    {
        var (book, journal, clock) = await NewAsync(Storage.Sqlite);
        var run = new ExperimentRun(await book.LockAsync(Tea, new SeedSource(() => 42), "the rule", "one"));
        for (var at = 0; at < run.Protocol.Days; at++)
        {
            var day = run.Protocol.Start.PlusDays(at);
            var settling = at % 7 < 2;
            Assert.Equal(settling, run.IsSettlingOn(day));
            if (at % 7 != 6)
                await journal.RecordAsync(
                    new Draft("checkin", day: day).Add(
                        Pain(
                            day,
                            settling ? 10
                                : run.IsWithOn(day) ? 3 + at % 2
                                : 6 + at % 2
                        )
                    )
                );
        }
        clock.Advance(Duration.FromDays(run.Protocol.Days + 1));
        var outcome = await book.ReadAsync(run);
        Assert.Equal(Answer.ProbablyHelps, outcome.Answer);
        Assert.InRange(outcome.Effect!.Randomisation!.Difference, -3.2, -2.8); // the tens of the first days are left out
        Assert.Equal(run.Protocol.Days / 7, outcome.Days.Count(d => double.IsNaN(d.Outcome)));
        var csv = new StringWriter();
        TrialFiles.WriteCsv(outcome, csv);
        Assert.Equal(
            run.Protocol.Days / 7,
            csv.ToString().Split("\r\n").Count(row => row.EndsWith(",,", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task One_that_was_stopped_keeps_its_plan_and_has_no_verdict()
    {
        var (book, journal, clock) = await NewAsync(Storage.Sqlite);
        var locked = await book.LockAsync(Tea, SeedSource.ByChance, "the rule", "one");
        clock.Advance(Duration.FromDays(40));
        await book.StopAsync(locked.Id, "drowsy", null);
        await book.StopAsync(locked.Id, "again", null);
        var run = Assert.Single(await book.RunsAsync());
        Assert.Equal(
            (Phase.Stopped, "drowsy", locked.Protocol),
            (run.PhaseOn(journal.Today), run.Experiment.StopReason, run.Experiment.Protocol)
        );
        Assert.Equal(Answer.CannotTell, (await book.ReadAsync(run)).Answer);
        Assert.NotNull(await book.LockAsync(Tea, SeedSource.ByChance, "the rule", "two")); // the way is free for another
    }

    [Fact]
    public async Task Much_worse_for_days_in_a_row_meets_the_stop_rule()
    {
        var (book, _, _) = await NewAsync(Storage.Sqlite);
        var run = new ExperimentRun(await book.LockAsync(Tea, SeedSource.ByChance, "the rule", "one"));
        var bad = run.Protocol.UsualDay + run.Protocol.WorseBy;
        Assert.True(run.MeetsStopRule([2, bad, double.NaN, bad, bad]));
        Assert.False(run.MeetsStopRule([bad, bad]));
        Assert.False(run.MeetsStopRule([bad, bad, bad, bad - 1]));
    }

    [Fact]
    public void A_settling_time_as_long_as_a_block_leaves_no_length() =>
        Assert.Null(
            PlanLengths
                .Of(
                    Tea with
                    {
                        BlockDays = 3,
                        WashoutDays = 2,
                    },
                    [.. Enumerable.Range(0, 60).Select(d => d % 7.0)],
                    Rules
                )
                .Chosen
        );
}
