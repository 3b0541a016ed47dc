namespace Inomya.Analysis.Tests;

/// <summary>A first day that was drawn: the draw, its test held against every day looked at one by one, and what it may say.</summary>
public class StartDayTests
{
    private const int FirstDay = 20_000,
        From = 60,
        Length = 150;

    private static StartDraw Draw(int days = 21, ulong seed = 5) => new(FirstDay + From, days, seed);

    private static double[] Days(Random random, double effect, StartDraw draw, double alike = 0.5)
    {
        var noise = Diary.Noise(random, Length);
        for (var t = 1; t < Length; t++)
            noise[t] += alike * noise[t - 1];
        return
        [
            .. noise.Select(
                (e, t) =>
                    random.Next(7) == 0 ? double.NaN
                    : FirstDay + t >= draw.StartDay ? 5 + e + effect
                    : 5 + e
            ),
        ];
    }

    [Fact]
    public void Each_day_is_drawn_as_often_and_the_same_seed_draws_the_same()
    {
        var drawn = Enumerable.Range(0, 21_000).Select(s => Draw(seed: (ulong)s).StartDay - FirstDay - From);
        var counts = drawn.CountBy(d => d).ToDictionary();
        Assert.Equal(21, counts.Count);
        Assert.All(counts.Values, n => Assert.InRange(n, 880, 1120));
        Assert.Equal(Draw(seed: 77).StartDay, Draw(seed: 77).StartDay);
        Assert.Equal(20_062, new StartDraw(20_060, 7, 1).StartDay);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(22)]
    public void It_is_drawn_among_7_to_21_days(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw(days));

    [Fact]
    public void P_is_the_share_of_days_with_as_large_a_change_looked_at_one_by_one()
    {
        var random = new Random(3);
        for (ulong seed = 0; seed < 40; seed++)
        {
            var draw = Draw(seed: seed);
            var days = Days(random, seed % 3, draw);
            // the same question to each seed that draws another day: the ranks of all days are those of the one test
            var changes = Enumerable
                .Range(0, 400)
                .Select(s => Draw(seed: (ulong)s))
                .GroupBy(d => d.StartDay)
                .ToDictionary(g => g.Key, g => StartDayTest.Of(days, FirstDay, g.First())!.P);
            Assert.Equal(21, changes.Count);
            var mine = changes[draw.StartDay];
            Assert.Equal(changes.Values.Count(p => p <= mine + 1e-12) / 21.0, mine, 12);
        }
    }

    [Fact]
    public void The_interval_holds_exactly_the_effects_that_the_test_does_not_reject()
    {
        var random = new Random(4);
        for (ulong seed = 0; seed < 20; seed++)
        {
            var draw = Draw(seed: seed);
            var days = Days(random, -2, draw);
            var told = StartDayTest.Of(days, FirstDay, draw)!;
            Assert.InRange(told.Difference, told.Lo, told.Hi);
            foreach (
                var (effect, inside) in (IEnumerable<(double, bool)>)
                    [(told.Lo - 0.01, false), (told.Lo + 0.01, true), (told.Hi - 0.01, true), (told.Hi + 0.01, false)]
            )
            {
                if (!double.IsFinite(effect))
                    continue;
                double[] without = [.. days.Select((v, t) => FirstDay + t >= draw.StartDay ? v - effect : v)];
                Assert.Equal(inside, StartDayTest.Of(without, FirstDay, draw)!.P > 0.05);
            }
        }
    }

    [Fact]
    public void Without_an_effect_one_in_twenty_stands_out_and_the_interval_covers()
    {
        var random = new Random(5);
        int standsOut = 0,
            covered = 0;
        for (ulong seed = 0; seed < 1000; seed++)
        {
            var draw = Draw(seed: seed);
            var effect = seed % 2 == 0 ? 0 : -2;
            var told = StartDayTest.Of(Days(random, effect, draw), FirstDay, draw)!;
            standsOut += effect == 0 && told.StandsOut ? 1 : 0;
            covered += told.Lo <= effect && effect <= told.Hi ? 1 : 0;
        }
        Assert.InRange(standsOut, 8, 38);
        Assert.InRange(covered, 930, 975);
    }

    [Fact]
    public void Of_fewer_than_twenty_days_the_draw_can_tell_nothing_and_leaves_all_open()
    {
        var draw = Draw(19);
        var told = StartDayTest.Of(Days(new Random(6), -9, draw), FirstDay, draw)!;
        Assert.False(draw.CanConvince);
        Assert.True(told.SmallestPossibleP > 0.05);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (told.Lo, told.Hi));
        Assert.True(Draw(20).CanConvince);
        Assert.True(StartDayTest.Of(Days(new Random(6), -9, Draw(20)), FirstDay, Draw(20))!.StandsOut);
    }

    [Fact]
    public void Another_scale_gives_the_same_p_and_drift_hides_nothing()
    {
        var draw = Draw();
        var days = Days(new Random(7), -3, draw);
        var told = StartDayTest.Of(days, FirstDay, draw)!;
        var tenfold = StartDayTest.Of([.. days.Select(v => 10 * v + 3)], FirstDay, draw)!;
        Assert.Equal(told.P, tenfold.P);
        Assert.Equal(10 * told.Lo, tenfold.Lo, 6);
        var drifting = StartDayTest.Of([.. days.Select((v, t) => v + 0.1 * t)], FirstDay, draw)!;
        Assert.InRange(drifting.Difference, told.Difference - 0.5, told.Difference + 0.5);
    }

    [Fact]
    public void Too_few_days_on_a_side_say_nothing_and_what_comes_after_the_end_is_left_out()
    {
        var draw = Draw();
        var days = Days(new Random(8), -3, draw);
        Assert.Null(StartDayTest.Of(days, FirstDay + 58, draw));
        Assert.Null(StartDayTest.Of(days[..86], FirstDay, draw));
        Assert.Null(StartDayTest.Of(days, FirstDay, draw, draw.StartDay));
        var to = draw.FirstDay + draw.Days + 20;
        double[] wild = [.. days.Select((v, t) => FirstDay + t > to ? 99 : v)];
        Assert.Equal(StartDayTest.Of(days, FirstDay, draw, to), StartDayTest.Of(wild, FirstDay, draw, to));
    }

    [Fact]
    public void A_course_says_what_its_draw_says_and_one_that_began_on_another_day_nothing()
    {
        var draw = Draw();
        var days = Days(new Random(9), -3, draw);
        Assert.Equal(StartDayTest.Of(days, FirstDay, draw), Of(draw.StartDay)!.StartDay);
        Assert.Null(Of(draw.StartDay + 1)!.StartDay);

        TreatmentEffect? Of(int start)
        {
            var course = new TreatmentCourse("it", start, null) { Draw = draw };
            var roles = new Roles("pain", [], new Dictionary<string, FactorKind>()) { Courses = [course] };
            var table = new DailyTable(["pain"], [.. Enumerable.Range(FirstDay, Length)], [days]);
            return Engine.Analyze(table, roles).Courses[0].Effect;
        }
    }
}
