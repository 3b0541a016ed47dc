using CsCheck;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Sleep;
using NodaTime;
using static Inomya.Tests.Sleep.MadeNights;

namespace Inomya.Tests.Sleep;

/// <summary>When a sleep window may begin and change, and when it must not.</summary>
public class WindowTests
{
    private static readonly WindowReviewer Reviewer = new(Rules);
    private static readonly LocalTime Seven = new(7, 0);

    private static WindowFacts FactsOf(
        IReadOnlyList<Night> nights,
        SleepWindow? window = null,
        PartGates? gates = null,
        params IReadOnlyList<Flare> flares
    ) => new(Today, nights, window is null ? [] : [window], flares, gates ?? GatesOn(Today), NoEvenings);

    private static SleepWindow Window(
        int minutes,
        int daysAgo = 7,
        SleepWindowWay way = SleepWindowWay.Direct,
        SleepWindowStep step = SleepWindowStep.Started
    ) =>
        new()
        {
            Day = Today.PlusDays(-daysAgo),
            Rise = Seven,
            Bed = Seven.PlusMinutes(-minutes),
            Minutes = minutes,
            Step = step,
            Way = way,
            Nights = 10,
            OfNights = 14,
        };

    private static WindowAdvice AdviceOf(WindowFacts facts) => Reviewer.Review(facts).Advice;

    [Fact]
    public void The_first_window_is_as_long_as_the_sleep_or_half_an_hour_less_than_the_bed()
    {
        var review = Reviewer.Review(FactsOf(Same(14, 540, 400)));
        Assert.Equal(WindowAdvice.Start, review.Advice);
        Assert.Equal(405, review.Minutes[SleepWindowWay.Direct]); // up to the next quarter of an hour
        Assert.Equal(510, review.Minutes[SleepWindowWay.Gentle]);
        var taken = WindowReviewer.Take(review, Today, SleepWindowWay.Direct, Seven);
        Assert.Equal(
            (new LocalTime(0, 15), SleepWindowStep.Started, 14, 14),
            (taken.Bed, taken.Step, taken.Nights, taken.OfNights)
        );
    }

    [Theory]
    [InlineData(14, 540, 400, WindowAdvice.Start)]
    [InlineData(10, 540, 400, WindowAdvice.DiaryFirst)] // ten nights, but not two weeks of diary
    [InlineData(14, 480, 408, WindowAdvice.NotNeeded)] // 85 percent
    [InlineData(14, 480, 407, WindowAdvice.Start)] // 84.8 percent
    [InlineData(14, 330, 200, WindowAdvice.AlreadyShort)]
    public void A_window_begins_only_after_two_weeks_and_below_85_percent(
        int nights,
        int inBed,
        int asleep,
        WindowAdvice expected
    ) => Assert.Equal(expected, AdviceOf(FactsOf(Same(nights, inBed, asleep))));

    [Theory]
    [InlineData(4, WindowAdvice.Start)] // ten of fourteen count
    [InlineData(5, WindowAdvice.DiaryFirst)]
    public void Nights_without_all_times_do_not_count_towards_the_diary(int bare, WindowAdvice expected)
    {
        var nights = Same(14, 540, 400).Select((n, i) => i >= 1 && i <= bare ? new Night { Day = n.Day } : n);
        Assert.Equal(expected, AdviceOf(FactsOf([.. nights])));
    }

    [Theory]
    [InlineData(340, WindowAdvice.Longer, 415)] // 85.0 percent of 400 minutes
    [InlineData(339, WindowAdvice.Keep, null)]
    [InlineData(320, WindowAdvice.Keep, null)] // 80
    [InlineData(319, WindowAdvice.Shorter, 385)]
    public void Each_week_it_grows_from_85_percent_shrinks_below_80_and_stays_between(
        int asleep,
        WindowAdvice expected,
        int? minutes
    )
    {
        var review = Reviewer.Review(FactsOf(Same(14, 400, asleep), Window(400)));
        Assert.Equal(expected, review.Advice);
        Assert.Equal(minutes, review.Minutes.TryGetValue(SleepWindowWay.Direct, out var next) ? next : null);
    }

    [Theory]
    [InlineData(540, 400, 510)]
    [InlineData(400, 300, 370)]
    [InlineData(345, 250, 330)] // the floor
    public void The_gentle_way_takes_half_an_hour_while_the_window_is_wider_than_the_sleep(
        int window,
        int asleep,
        int next
    )
    {
        var review = Reviewer.Review(FactsOf(Same(14, window, asleep), Window(window, way: SleepWindowWay.Gentle)));
        Assert.Equal(WindowAdvice.Shorter, review.Advice);
        Assert.Equal(next, review.Minutes[SleepWindowWay.Gentle]);
    }

    [Fact]
    public void Nothing_goes_below_five_and_a_half_hours_or_grows_above_nine()
    {
        Assert.Equal(WindowAdvice.AtFloor, AdviceOf(FactsOf(Same(14, 330, 200), Window(330))));
        Assert.Equal(330, Reviewer.Review(FactsOf(Same(14, 340, 200), Window(340))).Minutes[SleepWindowWay.Direct]);
        Assert.Equal(WindowAdvice.AtCeiling, AdviceOf(FactsOf(Same(14, 540, 530), Window(540))));
        Assert.Equal(330, Reviewer.Review(FactsOf(Same(14, 480, 200))).Minutes[SleepWindowWay.Direct]);
    }

    [Fact]
    public void It_begins_between_floor_and_ceiling_and_never_under_the_sleep()
    {
        var wide = Reviewer.Review(FactsOf(Same(14, 720, 400)));
        Assert.Equal((540, 405), (wide.Minutes[SleepWindowWay.Gentle], wide.Minutes[SleepWindowWay.Direct]));
        var narrow = Reviewer.Review(FactsOf(Same(14, 345, 200)));
        Assert.Equal((330, 330), (narrow.Minutes[SleepWindowWay.Gentle], narrow.Minutes[SleepWindowWay.Direct]));
        // whoever sleeps longer than a window is made has no use for one
        Assert.Equal(WindowAdvice.LongSleep, AdviceOf(FactsOf(Same(14, 720, 541))));
        Gen.Select(Gen.Int[331, 900], Gen.Int[0, 900])
            .Where(n => n.Item2 <= n.Item1)
            .Sample(
                (inBed, asleep) =>
                {
                    foreach (var minutes in Reviewer.Review(FactsOf(Same(14, inBed, asleep))).Minutes.Values)
                        Assert.True(minutes is >= 330 and <= 540 && minutes >= asleep);
                }
            );
    }

    [Fact]
    public void A_window_is_never_made_shorter_than_the_mean_sleep_of_the_diary()
    {
        // a week of seven hours, then a bad one: the diary still says six and a half hours
        var nights = Same(14, 420, 410).Take(7).Concat(Same(7, 420, 300)).ToList();
        var review = Reviewer.Review(FactsOf(nights, Window(370)));
        Assert.Equal(355, review.Slept);
        var within = nights.Take(7).Concat(Same(7, 370, 290)).ToList();
        review = Reviewer.Review(FactsOf(within, Window(370)));
        Assert.Equal((WindowAdvice.Shorter, 360), (review.Advice, review.Minutes[SleepWindowWay.Direct]));
        review = Reviewer.Review(FactsOf(within, Window(360)));
        Assert.Equal((WindowAdvice.AtSleep, false), (review.Advice, review.Proposes));
    }

    [Theory]
    [InlineData(30, 0, WindowAdvice.Shorter)] // in bed half an hour before the window
    [InlineData(31, 0, WindowAdvice.TooFewNights)]
    [InlineData(0, 30, WindowAdvice.Shorter)] // up half an hour after it
    [InlineData(0, 31, WindowAdvice.TooFewNights)]
    [InlineData(20, 20, WindowAdvice.TooFewNights)] // together longer by more than half an hour
    [InlineData(-60, 60, WindowAdvice.TooFewNights)] // as long as the window, at another time
    [InlineData(-60, 0, WindowAdvice.Shorter)] // later to bed is within it
    public void Nights_outside_the_window_do_not_shorten_it(int earlier, int later, WindowAdvice expected)
    {
        var inBed = 400 + earlier + later;
        var nights = Enumerable.Range(-6, 7).Select(d => Of(Today.PlusDays(d), inBed, (int)(0.7 * inBed), later));
        Assert.Equal(expected, AdviceOf(FactsOf([.. nights], Window(400))));
    }

    [Fact]
    public void A_window_over_midnight_is_looked_at_the_short_way_round_the_clock()
    {
        // 00:10 to 07:00; in bed at 23:50 is twenty minutes before, at 23:35 more than half an hour
        Assert.Equal(WindowAdvice.Shorter, AdviceOf(FactsOf(Same(14, 430, 250), Window(410))));
        Assert.Equal(WindowAdvice.TooFewNights, AdviceOf(FactsOf(Same(14, 445, 250), Window(410))));
    }

    [Fact]
    public void A_night_whose_place_is_not_known_is_not_known_to_be_within_the_window()
    {
        var nights = Same(14, 400, 250).Select(n => n with { BedClock = null }).ToList();
        Assert.Equal(WindowAdvice.TooFewNights, AdviceOf(FactsOf(nights, Window(400))));
    }

    [Theory]
    [InlineData(2, WindowAdvice.Shorter)]
    [InlineData(3, WindowAdvice.TooFewNights)]
    public void Nights_while_a_gate_held_do_not_shorten_it(int held, WindowAdvice expected)
    {
        var evenings = Enumerable.Range(1, held).Select(d => Today.PlusDays(-d)).ToHashSet();
        var review = Reviewer.Review(FactsOf(Same(14, 400, 250), Window(400)) with { Held = evenings });
        Assert.Equal((expected, 7 - held), (review.Advice, review.Basis.Counted));
    }

    [Theory]
    [InlineData(6, WindowAdvice.TooSoon)]
    [InlineData(7, WindowAdvice.Shorter)]
    public void A_change_is_held_for_a_week(int daysAgo, WindowAdvice expected) =>
        Assert.Equal(expected, AdviceOf(FactsOf(Same(14, 400, 250), Window(400, daysAgo))));

    [Theory]
    [InlineData(2, WindowAdvice.Shorter)] // five of seven
    [InlineData(3, WindowAdvice.TooFewNights)]
    public void A_change_needs_five_of_seven_nights(int missing, WindowAdvice expected)
    {
        var nights = Same(14, 400, 250).Where((_, i) => i < 14 - missing).ToList();
        Assert.Equal(expected, AdviceOf(FactsOf(nights, Window(400))));
    }

    [Fact]
    public void One_that_was_ended_does_not_begin_anew_within_a_week()
    {
        var nights = Same(20, 540, 400);
        var lately = Reviewer.Review(FactsOf(nights, Window(400, 6, step: SleepWindowStep.Ended)));
        Assert.Equal((WindowAdvice.EndedLately, Today.PlusDays(1)), (lately.Advice, lately.From));
        Assert.Equal(WindowAdvice.Start, AdviceOf(FactsOf(nights, Window(400, 7, step: SleepWindowStep.Ended))));
    }

    [Fact]
    public void In_a_flare_it_waits_and_the_nights_of_a_flare_do_not_count()
    {
        var now = new Flare { Start = Today.PlusDays(-1) };
        Assert.Equal(WindowAdvice.InFlare, AdviceOf(FactsOf(Same(14, 400, 250), Window(400), null, now)));
        Assert.True(Reviewer.Review(FactsOf(Same(14, 400, 250), Window(400), null, now)).IsPaused);
        var over = new Flare { Start = Today.PlusDays(-5), End = Today.PlusDays(-3) };
        var review = Reviewer.Review(FactsOf(Same(14, 400, 250), Window(400), null, over));
        Assert.Equal((WindowAdvice.TooFewNights, 3), (review.Advice, review.Basis.Counted));
    }

    public static TheoryData<string> GateIds => [.. Asked.Of(Part).Select(g => g.Id)];

    [Theory, MemberData(nameof(GateIds))]
    public void A_gate_that_is_closed_or_not_answered_stops_a_start_and_pauses_a_window(string gate)
    {
        var nights = Same(14, 540, 250);
        foreach (
            var (standing, expected) in new[]
            {
                (GateStanding.Closed, WindowAdvice.Closed),
                (GateStanding.Unanswered, WindowAdvice.Unanswered),
            }
        )
        {
            var gates = GatesOn(Today, gate, standing);
            Assert.Equal(expected, AdviceOf(FactsOf(nights, gates: gates)));
            var review = Reviewer.Review(FactsOf(nights, Window(540), gates));
            Assert.Equal((expected, true, false), (review.Advice, review.IsPaused, review.Proposes));
            Assert.Throws<InvalidOperationException>(() =>
                WindowReviewer.Take(review, Today, SleepWindowWay.Direct, Seven)
            );
        }
        Assert.Equal(WindowAdvice.Start, AdviceOf(FactsOf(nights)));
    }

    [Fact]
    public void The_question_about_nodding_off_is_asked_each_week_before_anything_changes()
    {
        var nights = Same(14, 400, 250);
        var old = GatesOn(Today.PlusDays(-7));
        Assert.Equal(WindowAdvice.AskSleepy, AdviceOf(FactsOf(nights, Window(400), old)));
        Assert.Equal(WindowAdvice.AskSleepy, AdviceOf(FactsOf(Same(14, 540, 400), gates: old)));
        Assert.Equal(WindowAdvice.Shorter, AdviceOf(FactsOf(nights, Window(400), GatesOn(Today.PlusDays(-6)))));
    }

    [Theory]
    [InlineData(14, 349, 500, true)]
    [InlineData(14, 350, 500, false)] // 70 percent
    [InlineData(7, 300, 500, false)] // one week alone
    public void Little_sleep_for_weeks_says_to_see_someone(int nights, int asleep, int inBed, bool says) =>
        Assert.Equal(says, Reviewer.Review(FactsOf(Same(nights, inBed, asleep))).SeeSomeone);

    [Fact]
    public void In_made_weeks_no_window_breaks_a_rule_whatever_comes() =>
        Gen.Int.Sample(seed => new MadeLife(seed).Live(), iter: 400);

    /// <summary>Half a year of somebody who records when they like, flares, answers gates as it comes, and takes what is proposed.</summary>
    private sealed class MadeLife(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly List<Night> _nights = [];
        private readonly List<SleepWindow> _windows = [];
        private readonly List<Flare> _flares = [];
        private readonly HashSet<LocalDate> _held = [];
        private LocalDate _saidSleepy = Today.PlusDays(-1);
        private GateStanding _gate = GateStanding.Open;

        public void Live()
        {
            var recorded = 0.5 + (0.5 * _random.NextDouble());
            var usual = 0.5 + (0.45 * _random.NextDouble());
            for (var day = Today; day < Today.PlusDays(180); day = day.PlusDays(1))
            {
                Happen(day, recorded, usual);
                Decide(day);
            }
        }

        private void Happen(LocalDate day, double recorded, double usual)
        {
            if (_random.NextDouble() < recorded)
            {
                var inBed = _windows.LastOrDefault() is { Step: not SleepWindowStep.Ended } w ? w.Minutes : 540;
                if (_random.NextDouble() < 0.1)
                    inBed += 60;
                _nights.Add(
                    Of(day, inBed, (int)(inBed * Math.Clamp(usual + (0.1 * (_random.NextDouble() - 0.5)), 0, 1)))
                );
            }
            if (_random.NextDouble() < 0.02)
                _flares.Add(new Flare { Start = day, End = day.PlusDays(_random.Next(6)) });
            if (_random.NextDouble() < 0.3)
                _saidSleepy = day;
            if (_random.NextDouble() < 0.05)
                _gate = (GateStanding)_random.Next(4);
            if (_gate is GateStanding.Closed or GateStanding.Unanswered)
                _held.Add(day);
        }

        private void Decide(LocalDate day)
        {
            var gates = GatesOn(_saidSleepy, "pregnancy", _gate);
            var facts = new WindowFacts(day, _nights, _windows, _flares, gates, _held);
            var review = Reviewer.Review(facts);
            if (facts.Now is { } ended && _random.NextDouble() < 0.01)
                _windows.Add(WindowReviewer.End(ended, day));
            else if (review.Proposes && _random.NextDouble() < 0.8)
                Take(review, facts, review.Minutes.Keys.ElementAt(_random.Next(review.Minutes.Count)));
        }

        private void Take(WindowReview review, WindowFacts facts, SleepWindowWay way)
        {
            var next = WindowReviewer.Take(review, facts.Today, way, Seven);
            Assert.True(next.Minutes is >= 330 and <= 540, "below the floor or above the ceiling");
            Assert.True(next.Minutes > facts.Now?.Minutes || next.Minutes >= review.Slept, "under the sleep");
            Assert.True(gatesAreOpen(), "a gate was closed or not answered");
            Assert.DoesNotContain(_flares, f => f.Covers(facts.Today));
            Assert.True(Period.DaysBetween(_saidSleepy, facts.Today) < 7, "nobody said whether they nod off");
            if (_windows.LastOrDefault() is { } last)
                Assert.True(Period.DaysBetween(last.Day, facts.Today) >= 7, "two changes in a week");
            HasItsNights(next, facts);
            IsTheStepOfTheRules(next, facts.Now);
            _windows.Add(next);

            bool gatesAreOpen() => _gate is GateStanding.Open or GateStanding.Caution;
        }

        private void HasItsNights(SleepWindow next, WindowFacts facts)
        {
            var days = facts.Now is null ? 14 : 7;
            var counted = _nights.Where(n =>
                n.Day > facts.Today.PlusDays(-days)
                && (facts.Now is null || IsOfItsWindow(n, facts.Now))
                && !_flares.Any(f => f.Covers(n.Day) || f.Covers(n.Day.PlusDays(-1)))
            );
            Assert.Equal(counted.Count(), next.Nights);
            Assert.True(next.Nights >= (facts.Now is null ? 10 : 5), "too few nights");
        }

        private bool IsOfItsWindow(Night night, SleepWindow now) =>
            night.Day > now.Day && night.InBed <= now.Minutes + 30 && !_held.Contains(night.Day.PlusDays(-1));

        private static void IsTheStepOfTheRules(SleepWindow next, SleepWindow? now)
        {
            if (now is null)
                Assert.True(next is { Step: SleepWindowStep.Started, Efficiency: < 85 }, "begun without need");
            else if (next.Minutes > now.Minutes)
                Assert.True(next.Minutes - now.Minutes <= 15 && next.Efficiency >= 85, "grew against the rule");
            else
                Assert.True(
                    next.Efficiency < 80 && now.Minutes - next.Minutes <= LessAllowed(next, now),
                    "shrank against the rule"
                );
        }

        private static int LessAllowed(SleepWindow next, SleepWindow now) =>
            now.Way == SleepWindowWay.Gentle && next.MinutesAsleep <= next.Minutes ? 30 : 15;
    }
}
