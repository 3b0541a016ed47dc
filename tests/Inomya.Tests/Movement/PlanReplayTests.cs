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

    private static MovementPlan Plan(double bad, int sessions) =>
        new()
        {
            Day = First,
            BadDayMinutes = bad,
            Sessions = sessions,
        };

    private static PlanReplay Replay(IReadOnlyList<Week> weeks, double bad = 10, int sessions = 3, int daysMore = 0)
    {
        var plan = Plan(bad, sessions);
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
            .Select(n =>
                Session(
                    first.PlusDays(n),
                    60,
                    n < week.Worse ? Aftermath.Worse
                        : n < week.Worse + week.Unknown ? Aftermath.Unknown
                        : Aftermath.Usual
                )
            );

    private static SessionAfter Session(
        LocalDate day,
        double? minutes,
        Aftermath after = Aftermath.Usual,
        MovementKind kind = MovementKind.Aerobic
    ) =>
        new(
            new MovementSession
            {
                Day = day,
                Kind = kind,
                Minutes = minutes,
            },
            after,
            double.NaN
        );

    /// <summary>A plan of three times seven minutes, over made sessions.</summary>
    private static PlanReplay ReplayOf(int weeks, IEnumerable<SessionAfter> sessions, params Flare[] flares) =>
        new(Plan(10, 3), [.. sessions], flares, First.PlusDays(7 * weeks), Rules);

    /// <summary>Three days of a week with so many minutes each.</summary>
    private static IEnumerable<SessionAfter> Three(int week, params double?[] minutes) =>
        minutes.Select((m, n) => Session(First.PlusDays((7 * week) + (2 * n)), m));

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
                    && w.Days - w.Unknown >= Rules.KnownShare * w.Days
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
        var flare = new Flare { Start = First.PlusDays(9), End = First.PlusDays(23) };
        var weeks = Enumerable.Range(0, 6).SelectMany(w => Three(w, 20, 20, 20));
        var replay = ReplayOf(6, weeks, flare);
        Assert.Equal(
            [
                WeekDecision.HoldForMore,
                WeekDecision.DownFlare,
                WeekDecision.HoldFlare,
                WeekDecision.HoldFlare,
                WeekDecision.HoldForMore,
                WeekDecision.StepUp,
            ],
            replay.Weeks.Select(w => w.Decision)
        );
        Assert.Equal(21 * 0.75 * 1.1, replay.Minutes, 6);
    }

    [Fact]
    public void Days_of_flare_written_down_one_by_one_are_one_flare_and_a_new_one_is_a_step_down_of_its_own()
    {
        var daily = Enumerable
            .Range(9, 15)
            .Select(d => new Flare { Start = First.PlusDays(d), End = First.PlusDays(d) });
        Assert.Equal(21 * 0.75, ReplayOf(4, [], [.. daily]).Minutes, 6);
        var first = new Flare { Start = First.PlusDays(1), End = First.PlusDays(2) };
        var second = new Flare { Start = First.PlusDays(12), End = First.PlusDays(12) };
        Assert.Equal(21 * 0.75 * 0.75, ReplayOf(2, [], first, second).Minutes, 6);
        var soon = new Flare { Start = First.PlusDays(7), End = null };
        var before = new Flare { Start = First, End = First.PlusDays(4) };
        Assert.Equal(21 * 0.75, ReplayOf(3, [], before, soon).Minutes, 6); // three days between: it goes on
    }

    [Fact]
    public void A_plan_begun_in_a_flare_holds_and_it_rests_as_long_as_the_flare_goes_on()
    {
        var goesOn = new Flare { Start = First.PlusDays(-2) };
        var replay = ReplayOf(2, [], goesOn);
        Assert.All(replay.Weeks, w => Assert.Equal(WeekDecision.HoldFlare, w.Decision));
        Assert.True(replay.Rests);
        Assert.True(ReplayOf(2, [], goesOn with { End = First.PlusDays(14) }).Rests);
        Assert.False(ReplayOf(2, [], goesOn with { End = First.PlusDays(13) }).Rests);
    }

    [Fact]
    public void It_rests_to_the_end_of_a_week_that_a_flare_touched()
    {
        var flare = new Flare { Start = First.PlusDays(13), End = First.PlusDays(15) };
        PlanReplay On(int day) => new(Plan(10, 3), [], [flare], First.PlusDays(day), Rules);
        Assert.True(On(14).Rests);
        Assert.True(On(20).Rests);
        Assert.False(On(21).Rests);
        Assert.False(On(12).Rests); // it is not known yet
    }

    [Theory]
    [InlineData(MovementKind.Strength)]
    [InlineData(MovementKind.Flexibility)]
    [InlineData(MovementKind.Yoga)]
    public void Payback_of_every_kind_of_session_counts(MovementKind kind)
    {
        SessionAfter Worse(int day) => Session(First.PlusDays(day), null, Aftermath.Worse, kind);
        var walks = Three(0, 20, 20, 20).ToList();
        Assert.Equal(WeekDecision.HoldPayback, ReplayOf(1, [.. walks, Worse(1)]).Weeks[0].Decision);
        Assert.Equal(WeekDecision.DownPayback, ReplayOf(1, [.. walks, Worse(1), Worse(3)]).Weeks[0].Decision);
        // two on one day have the same days after
        Assert.Equal(WeekDecision.HoldPayback, ReplayOf(1, [.. walks, Worse(1), Worse(1)]).Weeks[0].Decision);
        var unknown = Enumerable
            .Range(0, 2)
            .Select(d => Session(First.PlusDays((2 * d) + 1), null, Aftermath.Unknown, kind));
        Assert.Equal(WeekDecision.HoldUnknown, ReplayOf(1, [.. walks, .. unknown]).Weeks[0].Decision);
    }

    [Fact]
    public void A_good_week_has_its_sessions_on_days_of_their_own()
    {
        var oneDay = new[] { 0, 0, 0, 7, 7, 7 }.Select(d => Session(First.PlusDays(d), 20));
        Assert.All(ReplayOf(2, oneDay).Weeks, w => Assert.Equal((WeekDecision.HoldFew, 1), (w.Decision, w.Done)));
    }

    [Fact]
    public void Minutes_that_are_not_told_are_not_0_and_neither_step_up_nor_down()
    {
        var week = ReplayOf(1, Three(0, 20, null, null)).Weeks[0];
        Assert.Equal(
            (WeekDecision.HoldNotTold, 20.0, 2, 3),
            (week.Decision, week.DoneMinutes, week.NotTold, week.Done)
        );
        var silent = ReplayOf(2, [.. Three(0, null, null, null), .. Three(1, null, null, null)]);
        Assert.All(silent.Weeks, w => Assert.Equal((WeekDecision.HoldNotTold, null), (w.Decision, w.DoneMinutes)));
        Assert.Equal(21, silent.Minutes, 6);
    }

    [Theory]
    [InlineData(5.5, WeekDecision.HoldFewMinutes)] // 16.5 of 21: less than four fifths
    [InlineData(5.7, WeekDecision.HoldForMore)]
    public void A_good_week_has_its_minutes(double each, WeekDecision decision) =>
        Assert.Equal(decision, ReplayOf(1, Three(0, each, each, each)).Weeks[0].Decision);

    [Fact]
    public void It_starts_with_60_minutes_a_week_at_most_unless_more_was_written_down_before()
    {
        Assert.Equal((60.0, true), (Replay([], bad: 120).Minutes, Replay([], bad: 120).StartsHeldDown));
        Assert.Equal(42, Replay([], bad: 20).Minutes, 6);
        Assert.False(Replay([], bad: 20).StartsHeldDown);
        IEnumerable<SessionAfter> Before(double? each) =>
            Enumerable.Range(1, 12).Select(n => Session(First.PlusDays(-2 * n), each));
        PlanReplay After(double? each) => new(Plan(120, 3), [.. Before(each)], [], First, Rules);
        Assert.Equal(90, After(30).Minutes, 6);
        Assert.Equal(180, After(60).Minutes, 6);
        Assert.Equal(60, After(10).Minutes, 6);
        Assert.Equal(60, After(null).Minutes, 6);
        Assert.Equal(60, new PlanReplay(Plan(120, 1), [], [], First, Rules).Minutes, 6);
    }

    [Fact]
    public void At_the_top_no_further_week_is_asked_for()
    {
        var weeks = Replay([.. Enumerable.Repeat(Week.Good, 60)], 30).Weeks;
        var top = weeks.First(w => w.Decision == WeekDecision.HoldTop);
        Assert.All(weeks.Skip(top.Number), w => Assert.Equal(WeekDecision.HoldTop, w.Decision));
        Assert.Equal(WeekDecision.StepUp, weeks[top.Number - 2].Decision);
    }

    [Fact]
    public void At_the_floor_it_stays_and_another_kind_is_offered_all_the_same()
    {
        var bad = new Week(3, 2, 0, false);
        var weeks = Replay([.. Enumerable.Repeat(bad, 12)]).Weeks;
        Assert.Equal(
            (WeekDecision.HoldFloor, 3.0, 3.0),
            (weeks[^1].Decision, weeks[^1].Minutes, weeks[^1].NextMinutes)
        );
        Assert.True(weeks[^1].SwitchKind);
        Assert.All(weeks, w => Assert.Equal(w.Decision == WeekDecision.DownPayback, w.NextMinutes < w.Minutes));
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
        var strength = Session(First, 20, kind: MovementKind.Strength);
        var week = ReplayOf(1, [strength]).Weeks[0];
        Assert.Equal((0, 1, null), (week.Done, week.Days, week.DoneMinutes));
    }

    [Fact]
    public void A_clock_set_back_before_the_plan_is_a_plan_without_weeks()
    {
        var replay = new PlanReplay(Plan(10, 2), [], [], First.PlusDays(-30), Rules);
        Assert.Empty(replay.Weeks);
        Assert.Equal(14, replay.Minutes, 6);
    }
}
