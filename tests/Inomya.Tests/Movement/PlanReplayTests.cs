using CsCheck;
using Inomya.Journals;
using Inomya.Movement;
using Inomya.Tests.Questionnaires;
using NodaTime;

namespace Inomya.Tests.Movement;

/// <summary>A plan of movement over made weeks: it grows only after good weeks, never by more than a step, and never by silence.</summary>
public class PlanReplayTests
{
    private static readonly MovementRules Rules = MovementRules.Read(ContentCheck.Content);
    private static readonly LocalDate First = new(2026, 3, 2);

    /// <summary>A week as it may be recorded: sessions, how many were followed by worse days, of how many it is not known, a flare.</summary>
    private sealed record Week(int Done, int Worse, int Unknown, bool Flare)
    {
        public static readonly Week Good = new(3, 0, 0, false),
            Silent = new(0, 0, 0, false);
    }

    private static readonly Gen<Week> AnyWeek = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 9])
        .Select(
            (done, worse, unknown, flare) =>
                new Week(done, Math.Min(worse, done), Math.Min(unknown, done - Math.Min(worse, done)), flare == 0)
        );

    private static readonly Gen<(Week[] Weeks, double Bad, int Sessions)> AnyPlan = Gen.Select(
        AnyWeek.Array[0, 30],
        Gen.Double[1, 60],
        Gen.Int[1, 3]
    );

    private static PlanReplay Replay(IReadOnlyList<Week> weeks, double bad = 10, int sessions = 3, int daysMore = 0)
    {
        var plan = new MovementPlan
        {
            Day = First,
            BadDayMinutes = bad,
            Sessions = sessions,
        };
        var recorded = weeks.SelectMany((week, w) => SessionsOf(week, First.PlusDays(7 * w))).ToList();
        var flares = weeks
            .Select((week, w) => (week, First: First.PlusDays(7 * w)))
            .Where(w => w.week.Flare)
            .Select(w => new Flare { Start = w.First.PlusDays(2), End = w.First.PlusDays(4) })
            .ToList();
        return new PlanReplay(plan, recorded, flares, First.PlusDays((7 * weeks.Count) + daysMore), Rules);
    }

    private static IEnumerable<SessionAfter> SessionsOf(Week week, LocalDate first) =>
        Enumerable
            .Range(0, week.Done)
            .Select(n => new SessionAfter(
                new MovementSession
                {
                    Day = first.PlusDays(n),
                    Kind = MovementKind.Aerobic,
                    Minutes = 8,
                },
                n < week.Worse ? Aftermath.Worse
                    : n < week.Worse + week.Unknown ? Aftermath.Unknown
                    : Aftermath.Usual,
                double.NaN
            ));

    private static WeekDecision[] DecisionsOf(params Week[] weeks) => [.. Replay(weeks).Weeks.Select(w => w.Decision)];

    [Fact]
    public void It_starts_below_what_is_possible_on_a_bad_day() =>
        AnyPlan.Sample(plan =>
        {
            var replay = Replay([], plan.Bad, plan.Sessions);
            return replay.SessionMinutes < plan.Bad && replay.SessionMinutes > 0;
        });

    [Fact]
    public void It_never_grows_by_more_than_a_step_nor_sooner_than_after_two_weeks() =>
        AnyPlan.Sample(plan =>
        {
            var weeks = Replay(plan.Weeks, plan.Bad, plan.Sessions).Weeks;
            Assert.All(weeks, w => Assert.InRange(w.NextMinutes / w.Minutes, 0, 1 + Rules.StepUp + 1e-9));
            var ups = weeks.Where(w => w.NextMinutes > w.Minutes).Select(w => w.Number).ToList();
            Assert.All(ups.Zip(ups.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Rules.GoodWeeks));
            Assert.True(ups.Count == 0 || ups[0] >= Rules.GoodWeeks);
        });

    [Fact]
    public void It_never_grows_after_payback_a_flare_too_few_sessions_or_days_that_are_not_known() =>
        AnyPlan.Sample(plan =>
            Replay(plan.Weeks, plan.Bad, plan.Sessions)
                .Weeks.Where(w => w.NextMinutes > w.Minutes)
                .All(w =>
                    w.Worse == 0
                    && !w.InFlare
                    && w.Done >= Rules.DoneShare * w.Sessions
                    && w.Done - w.Unknown >= Rules.KnownShare * w.Done
                )
        );

    [Fact]
    public void It_stays_between_its_floor_and_its_top() =>
        AnyPlan.Sample(plan =>
        {
            var start = Replay([], plan.Bad, plan.Sessions).Minutes;
            var floor = Math.Min(start, Rules.LeastSession * plan.Sessions);
            var top = Math.Max(start, Math.Min(Rules.TopWeek, Rules.LongestSession * plan.Sessions));
            Assert.All(Replay(plan.Weeks, plan.Bad, plan.Sessions).Weeks, w =>
                Assert.InRange(w.NextMinutes, floor - 1e-9, top + 1e-9)
            );
        });

    [Fact]
    public void Weeks_without_a_record_change_nothing() =>
        AnyPlan.Sample(plan =>
        {
            var told = Replay(plan.Weeks, plan.Bad, plan.Sessions);
            var silent = Replay([.. plan.Weeks, Week.Silent, Week.Silent, Week.Silent], plan.Bad, plan.Sessions);
            Assert.Equal(told.Minutes, silent.Minutes);
            Assert.All(silent.Weeks.TakeLast(3), w => Assert.Equal(WeekDecision.HoldNotRecorded, w.Decision));
        });

    [Fact]
    public void The_week_that_goes_on_decides_nothing_yet() =>
        Gen.Select(AnyPlan, Gen.Int[0, 6])
            .Sample(
                (plan, days) =>
                    Replay(plan.Weeks, plan.Bad, plan.Sessions).Minutes
                    == Replay(plan.Weeks, plan.Bad, plan.Sessions, days).Minutes
            );

    [Fact]
    public void Two_good_weeks_are_a_step_up() =>
        Assert.Equal(
            [WeekDecision.HoldForMore, WeekDecision.StepUp, WeekDecision.HoldForMore, WeekDecision.StepUp],
            DecisionsOf(Week.Good, Week.Good, Week.Good, Week.Good)
        );

    [Fact]
    public void A_step_is_a_tenth_of_the_minutes()
    {
        var replay = Replay([Week.Good, Week.Good]);
        Assert.Equal(21, replay.Weeks[0].Minutes, 6);
        Assert.Equal(23.1, replay.Minutes, 6);
        Assert.Equal(7.7, replay.SessionMinutes, 6);
    }

    [Theory]
    [InlineData(2, 0, 0, WeekDecision.HoldFew)] // 2 of 3 is less than four fifths
    [InlineData(3, 1, 0, WeekDecision.HoldPayback)]
    [InlineData(3, 2, 0, WeekDecision.DownPayback)]
    [InlineData(3, 0, 1, WeekDecision.HoldUnknown)]
    [InlineData(0, 0, 0, WeekDecision.HoldNotRecorded)]
    public void One_week_that_was_not_good_holds_or_goes_down_and_the_count_begins_anew(
        int done,
        int worse,
        int unknown,
        WeekDecision decision
    )
    {
        var week = new Week(done, worse, unknown, false);
        Assert.Equal(
            [WeekDecision.HoldForMore, decision, WeekDecision.HoldForMore, WeekDecision.StepUp],
            DecisionsOf(Week.Good, week, Week.Good, Week.Good)
        );
    }

    [Fact]
    public void A_flare_is_one_step_down_however_long_it_lasts()
    {
        var flare = Week.Good with { Flare = true };
        Assert.Equal(
            [WeekDecision.DownFlare, WeekDecision.HoldFlare, WeekDecision.HoldFlare, WeekDecision.HoldForMore],
            DecisionsOf(flare, flare, Week.Silent with { Flare = true }, Week.Good)
        );
        Assert.Equal(21 * 0.75, Replay([flare, flare]).Minutes, 6);
    }

    [Fact]
    public void After_two_steps_down_another_kind_is_offered()
    {
        var bad = new Week(3, 2, 0, false);
        Assert.Equal([false, true], Replay([bad, bad]).Weeks.Select(w => w.SwitchKind));
        Assert.False(Replay([bad, .. Enumerable.Repeat(Week.Good, 6), bad]).Weeks[^1].SwitchKind);
        Assert.True(Replay([bad, .. Enumerable.Repeat(Week.Good, 4), bad]).Weeks[^1].SwitchKind);
    }

    [Fact]
    public void It_grows_no_further_than_the_most_that_was_studied() =>
        Assert.Equal(150, Replay([.. Enumerable.Repeat(Week.Good, 60)], 30).Weeks.Max(w => w.NextMinutes), 6);

    [Fact]
    public void Sessions_of_strength_are_not_sessions_of_the_plan()
    {
        var plan = new MovementPlan
        {
            Day = First,
            BadDayMinutes = 10,
            Sessions = 1,
        };
        var strength = new SessionAfter(
            new MovementSession { Day = First, Kind = MovementKind.Strength },
            Aftermath.Usual,
            0
        );
        Assert.Equal(0, new PlanReplay(plan, [strength], [], First.PlusDays(7), Rules).Weeks[0].Done);
    }

    [Fact]
    public void A_clock_set_back_before_the_plan_is_a_plan_without_weeks()
    {
        var plan = new MovementPlan
        {
            Day = First,
            BadDayMinutes = 10,
            Sessions = 2,
        };
        var replay = new PlanReplay(plan, [], [], First.PlusDays(-30), Rules);
        Assert.Empty(replay.Weeks);
        Assert.Equal(14, replay.Minutes, 6);
    }
}
