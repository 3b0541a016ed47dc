using Inomya.Analysis;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using NodaTime;
using Verdict = Inomya.Experiments.Answer;

namespace Inomya.Tests.Experiments;

/// <summary>Which days of a test on oneself count, when it is over, and what may then be said: to the day.</summary>
public class ExperimentRunLimitsTests
{
    private static readonly LocalDate Start = new(2026, 3, 2);
    private static readonly DesignRules Rules = DesignRules.Read(Shelf.Content);
    private static readonly Words English = new(Shelf.Content);

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

    private static Experiment Locked(Plan? plan = null, int pairs = 8, LocalDate? stopped = null)
    {
        var json = new Protocol
        {
            Plan = plan ?? Tea,
            Start = Start,
            Pairs = pairs,
            Seed = "42",
            Order = BlockDesign.Order(pairs, 42),
            Length = new PlanLength(pairs, 14 * pairs, 0.8, 0.05),
            LengthFromDays = 60,
            WorseBy = 3,
            WorseDays = 3,
            UsualDay = 5,
            Rule = "the rule",
            LockedAt = Storage.Noon,
        }.ToJson();
        return new Experiment
        {
            Protocol = json,
            ProtocolHash = Protocol.HashOf(json),
            Start = Start,
            StoppedOn = stopped,
        };
    }

    /// <summary>So many points less on the days with it, and a little up and down.</summary>
    private static TrialOutcome Read(ExperimentRun run, double less)
    {
        var noise = new Random(5);
        var values = Enumerable.Range(0, run.Protocol.Days).Select(_ => 5 + noise.NextDouble()).ToArray();
        return TrialOutcome.Of(
            run,
            day => values[Period.DaysBetween(Start, day)] - (run.IsWithOn(day) ? less : 0),
            new Dictionary<LocalDate, Adherence>()
        );
    }

    [Theory]
    [InlineData(1, 2, 2)]
    [InlineData(2, 1, 2)]
    [InlineData(0, 3, 3)]
    [InlineData(3, 0, 3)]
    public void As_many_days_of_each_block_are_left_out_as_it_takes_to_work_or_to_go(int onset, int washout, int days)
    {
        var run = new ExperimentRun(Locked(Tea with { OnsetDays = onset, WashoutDays = washout }));
        for (var at = 0; at < run.Protocol.Days; at++)
            Assert.Equal(at % 7 < days, run.IsSettlingOn(Start.PlusDays(at)));
    }

    [Fact]
    public void A_settling_day_is_never_a_number_of_the_result()
    {
        var run = new ExperimentRun(Locked());
        var counted = Read(run, 2);
        Assert.Equal(run.Protocol.Days / 7 * 5, counted.Effect!.DaysOn + counted.Effect.DaysOff);
    }

    [Theory]
    [InlineData(-1, Phase.Waiting)]
    [InlineData(0, Phase.Running)]
    [InlineData(111, Phase.Running)]
    [InlineData(112, Phase.Ended)]
    public void It_waits_until_its_first_day_and_goes_on_through_its_last(int day, Phase phase)
    {
        var run = new ExperimentRun(Locked());
        Assert.Equal(112, run.Protocol.Days);
        Assert.Equal(phase, run.PhaseOn(Start.PlusDays(day)));
        Assert.Equal(Start.PlusDays(111), run.Last);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(111, true)]
    [InlineData(112, false)]
    public void What_is_in_a_packet_is_hidden_until_it_is_over(int day, bool hidden) =>
        Assert.Equal(hidden, new ExperimentRun(Locked(Tea with { Blinded = true })).IsHiddenOn(Start.PlusDays(day)));

    [Fact]
    public void What_is_not_blinded_is_never_hidden() => Assert.False(new ExperimentRun(Locked()).IsHiddenOn(Start));

    [Fact]
    public void A_day_belongs_to_the_block_that_it_is_in()
    {
        var run = new ExperimentRun(Locked());
        Assert.Equal([0, 0, 1], new[] { 0, 6, 7 }.Select(d => run.BlockOn(Start.PlusDays(d))));
        Assert.Equal((Start.PlusDays(7), Start.PlusDays(13)), run.Block(1));
        Assert.Equal(Start.PlusDays(13), run.EndOfPair(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => run.BlockOn(Start.PlusDays(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => run.BlockOn(Start.PlusDays(112)));
    }

    [Fact]
    public void One_stopped_by_hand_on_its_last_day_has_no_verdict_and_the_same_days_to_the_end_have_one()
    {
        var whole = Read(new ExperimentRun(Locked()), 3);
        var stopped = Read(new ExperimentRun(Locked(stopped: Start.PlusDays(111))), 3);
        Assert.Equal(whole.Effect, stopped.Effect);
        Assert.Equal((Verdict.ProbablyHelps, Verdict.CannotTell), (whole.Answer, stopped.Answer));
    }

    [Theory]
    [InlineData(3, Verdict.ProbablyHelps)]
    [InlineData(0, Verdict.ProbablyNot)]
    [InlineData(-3, Verdict.ProbablyWorse)]
    public void Better_none_and_worse_are_each_called_so_and_said_in_words_of_their_own(double less, Verdict answer)
    {
        var run = new ExperimentRun(Locked());
        Assert.Equal(answer, Read(run, less).Answer);
        Assert.Contains(
            answer switch
            {
                Verdict.ProbablyHelps => "It probably helps",
                Verdict.ProbablyNot => "It probably does not help",
                _ => "It probably makes it worse",
            },
            new Tested(run, answer).Sentence(English),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(3, -3, Verdict.ProbablyHelps)]
    public void Where_more_is_better_a_rise_helps_and_a_fall_harms(double rise, double fall, Verdict answer)
    {
        var run = new ExperimentRun(Locked(Tea with { HigherIsWorse = false }));
        Assert.Equal(answer, Read(run, -rise).Answer);
        Assert.Equal(Verdict.ProbablyWorse, Read(run, -fall).Answer);
    }

    [Theory]
    [InlineData(true, 8, 8, 8, true)]
    [InlineData(true, 8, 8, 7.99, false)]
    [InlineData(true, 8, 2, 8, false)]
    [InlineData(false, 2, 2, 2, true)]
    [InlineData(false, 2, 2, 2.01, false)]
    [InlineData(false, 8, 8, 8, false)]
    public void The_stop_rule_is_met_at_the_limit_itself_on_three_recorded_days_in_a_row(
        bool higherIsWorse,
        double one,
        double two,
        double three,
        bool met
    )
    {
        var run = new ExperimentRun(Locked(Tea with { HigherIsWorse = higherIsWorse }));
        Assert.Equal(met, run.MeetsStopRule([one, double.NaN, two, three]));
        Assert.False(run.MeetsStopRule([two, three]));
    }

    /// <summary>42 days must count: with two of three days a block that takes eleven pairs.</summary>
    [Fact]
    public void The_shortest_length_has_42_days_that_count_and_the_longest_240_days()
    {
        double[] past = [.. Enumerable.Range(0, 60).Select(d => d % 7.0)];
        var rules = Shelf.Content.Read<DesignRules>("experiments/design.yaml");
        (rules.Trials, rules.Power) = (2, 2); // no length is ever enough, so that all are tried
        PlanLengths Of(int blockDays) =>
            PlanLengths.Of(Tea with { BlockDays = blockDays, OnsetDays = 1, WashoutDays = 1 }, past, rules);
        Assert.Equal([11, 12], Of(3).Lengths.Select(l => l.Pairs));
        Assert.Equal(7, Of(4).Lengths[0].Pairs); // twice seven blocks of three days that count: just 42
        Assert.Equal([6, 7, 8], Of(14).Lengths.Select(l => l.Pairs));
        Assert.Equal([6, 7, 8, 9, 10, 11, 12], Of(10).Lengths.Select(l => l.Pairs));
        Assert.False(Of(10).Reached);
        Assert.Equal(240, Of(10).Lengths[^1].Days);
        Assert.Equal(42, Rules.LeastCountedDays);
    }
}
