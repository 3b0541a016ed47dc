using Inomya.Analysis;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Experiments;

/// <summary>A test of one's own that may end early, from the locked plan to the answer.</summary>
public class EndingEarlyTests
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
        WashoutDays = 1,
        MayEndEarly = true,
    };

    private sealed record Started(ExperimentBook Book, Journal Journal, FakeClock Clock, Guid Id)
    {
        public async Task<ExperimentRun> RunAsync() => (await Book.FindAsync(Id))!;
    }

    private static async Task<Started> StartAsync(Plan plan)
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, clock);
        var random = new Random(1);
        var draft = new Draft("checkin");
        for (var day = 1; day <= 90; day++)
            draft.Add(Pain(journal.Today.PlusDays(-day), 3 + random.Next(5)));
        await journal.RecordAsync(draft);
        var book = new ExperimentBook(journal, Measures, Rules);
        var id = (await book.LockAsync(plan, new SeedSource(() => 42), "the rule", "one")).Id;
        return new Started(book, journal, clock, id);
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

    /// <summary>Lives so many pairs and wakes up on the morning after.</summary>
    private static async Task LiveAsync(Started started, int pairs, double with, double without)
    {
        var run = await started.RunAsync();
        var random = new Random(2);
        var draft = new Draft("checkin");
        for (var day = run.Protocol.Start; day <= run.EndOfPair(pairs); day = day.PlusDays(1))
            draft.Add(Pain(day, (run.IsWithOn(day) ? with : without) + random.Next(2)));
        started.Clock.Reset(run.EndOfPair(pairs).PlusDays(1).At(new LocalTime(12, 0)).InUtc().ToInstant());
        await started.Journal.RecordAsync(draft);
    }

    [Fact]
    public async Task The_protocol_carries_the_limits_of_its_pairs_and_reads_back_as_it_was()
    {
        var run = await (await StartAsync(Tea)).RunAsync();
        Assert.True(run.IsIntact);
        var boundary = run.Protocol.Boundary!;
        Assert.Equal(run.Protocol.Pairs - boundary.FirstLook + 1, boundary.Limits.Count);
        Assert.Equal(boundary.Limits, Protocol.Parse(run.Protocol.ToJson()).Boundary!.Limits);
        Assert.True(run.Protocol.Length.MeanDays < run.Protocol.Days);
    }

    [Fact]
    public async Task A_fixed_length_stays_as_it_was_and_a_protocol_without_limits_reads_as_one()
    {
        var started = await StartAsync(Tea with { MayEndEarly = false });
        await LiveAsync(started, 3, with: 1, without: 8);
        var run = await started.RunAsync();
        Assert.Null(run.Protocol.Boundary);
        Assert.Null(Protocol.Parse(run.Protocol.ToJson().Replace("\"boundary\": null,", "")).Boundary);
        Assert.Equal((Phase.Running, run.Protocol.End), (run.PhaseOn(started.Journal.Today), run.Last));
    }

    [Fact]
    public async Task A_large_difference_ends_it_after_the_third_pair_and_not_a_day_before()
    {
        var started = await StartAsync(Tea);
        await LiveAsync(started, 3, with: 1, without: 8);
        started.Clock.AdvanceDays(-1);
        Assert.Equal(Phase.Running, (await started.RunAsync()).PhaseOn(started.Journal.Today));
        started.Clock.AdvanceDays(1);

        var run = await started.RunAsync();
        Assert.Equal((Phase.Ended, 3), (run.PhaseOn(started.Journal.Today), run.EndedBy!.Pair));
        Assert.Equal(run.EndOfPair(3), run.Last);
        Assert.Null(await started.Book.CurrentAsync());
        var outcome = await started.Book.ReadAsync(run);
        Assert.Equal(Answer.ProbablyHelps, outcome.Answer);
        var (effect, look) = (outcome.Effect!, run.EndedBy);
        Assert.Equal((-look.Hi, -look.Lo, -look.Improvement), (effect.Lo, effect.Hi, effect.Effect));
        Assert.True(effect.Hi < 0);
        Assert.Equal(42, outcome.Days.Count);
    }

    [Fact]
    public async Task Where_more_is_better_the_effect_has_the_sign_of_the_outcome()
    {
        var started = await StartAsync(Tea with { HigherIsWorse = false });
        await LiveAsync(started, 3, with: 8, without: 1);
        var outcome = await started.Book.ReadAsync(await started.RunAsync());
        var (effect, look) = (outcome.Effect!, outcome.Look!);
        Assert.Equal(Answer.ProbablyHelps, outcome.Answer);
        Assert.Equal((look.Lo, look.Hi, look.Improvement), (effect.Lo, effect.Hi, effect.Effect));
    }

    [Fact]
    public async Task Where_nothing_differs_it_ends_early_too_and_says_that_it_probably_does_not_help()
    {
        var started = await StartAsync(Tea);
        var pairs = (await started.RunAsync()).Protocol.Pairs;
        await LiveAsync(started, pairs, with: 5, without: 5);
        var run = await started.RunAsync();
        Assert.Equal(SequentialDecision.NothingThatMatters, run.EndedBy!.Decision);
        Assert.True(run.EndedBy.Pair < pairs);
        Assert.Equal(Answer.ProbablyNot, (await started.Book.ReadAsync(run)).Answer);
    }

    [Fact]
    public async Task One_that_was_stopped_by_hand_has_no_verdict_however_large_the_difference()
    {
        var started = await StartAsync(Tea);
        await LiveAsync(started, 2, with: 1, without: 8);
        await started.Book.StopAsync(started.Id, "a cold", null);
        await LiveAsync(started, 4, with: 1, without: 8);
        var run = await started.RunAsync();
        Assert.Equal(Phase.Stopped, run.PhaseOn(started.Journal.Today));
        Assert.Equal(Answer.CannotTell, (await started.Book.ReadAsync(run)).Answer);
    }

    [Fact]
    public async Task What_was_tested_stands_beside_the_findings_of_its_own_outcome_once_it_is_over()
    {
        var started = await StartAsync(Tea);
        await LiveAsync(started, 2, with: 1, without: 8);
        Assert.Empty(await Tested.OfAsync(started.Journal, Measures, "pain"));
        await LiveAsync(started, 3, with: 1, without: 8);
        Assert.Empty(await Tested.OfAsync(started.Journal, Measures, "fatigue"));
        var tested = Assert.Single(await Tested.OfAsync(started.Journal, Measures, "pain"));
        foreach (var language in (string[])["en", "es"])
        {
            var words = new Words(Shelf.Content, language);
            var said = tested.Sentence(words);
            Assert.StartsWith(
                $"Does tea help? {words["experiments.answer.probably-helps"]} (",
                said,
                StringComparison.Ordinal
            );
            Assert.Contains(words.ShortDay(tested.Run.EndOfPair(3)), said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_result_file_holds_the_look_that_decided()
    {
        var started = await StartAsync(Tea);
        await LiveAsync(started, 3, with: 1, without: 8);
        var run = await started.RunAsync();
        var json = System.Text.Json.JsonDocument.Parse(TrialFiles.ResultJson(run, await started.Book.ReadAsync(run)));
        var look = json.RootElement.GetProperty("look");
        Assert.Equal(("helps", 3), (look.GetProperty("decision").GetString(), look.GetProperty("pair").GetInt32()));
    }
}
