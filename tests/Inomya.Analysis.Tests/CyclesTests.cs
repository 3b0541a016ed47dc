namespace Inomya.Analysis.Tests;

public class CyclesTests
{
    [Fact]
    public void A_worse_day_of_the_week_is_found()
    {
        var y = Diary.Noise(new Random(31), 200);
        int[] weekday = [.. Enumerable.Range(0, 200).Select(t => t % 7)];
        for (var t = 0; t < 200; t++)
            if (weekday[t] == 3)
                y[t] += 2;
        var pattern = CycleFit.Estimate(y, weekday, [], unit: 1)!;
        Assert.True(pattern.P < 1e-6);
        Assert.Equal(3, pattern.Parts.MaxBy(p => p.Difference)!.Part);
        Assert.InRange(2 * 6 / 7.0, pattern.Parts[3].Lo, pattern.Parts[3].Hi);
    }

    [Fact]
    public void Differences_from_the_average_add_up_to_nothing() =>
        Assert.Equal(
            0,
            CycleFit
                .Estimate(Diary.Noise(new Random(32), 150), [.. Enumerable.Range(0, 150).Select(t => t % 7)], [], 1)!
                .Parts.Sum(p => p.Difference),
            6
        );

    [Fact]
    public void Phases_are_counted_back_from_the_next_bleeding()
    {
        var bleeding = new double[60];
        foreach (var start in new[] { 2, 30, 58 })
            bleeding[start] = bleeding[start + 1] = 1;
        var phases = MenstrualCycle.Phases(bleeding);
        Assert.Equal([-1, -1, 0, 0, 1], phases[..5]);
        Assert.Equal(2, phases[30 - 13]);
        Assert.Equal(3, phases[30 - 8]);
        Assert.Equal(4, phases[29]);
        Assert.Equal(-1, phases[59]);
    }

    [Fact]
    public void A_cycle_with_a_start_that_was_not_recorded_is_left_out()
    {
        var bleeding = new double[70];
        bleeding[0] = bleeding[60] = 1;
        Assert.All(MenstrualCycle.Phases(bleeding), phase => Assert.Equal(-1, phase));
    }

    [Fact]
    public void Bad_days_do_not_pass_for_bad_hours()
    {
        // Mornings are recorded on all days, evenings mostly on bad ones; within a day morning is worse by 1.
        var random = new Random(33);
        var records = Enumerable
            .Range(0, 80)
            .SelectMany(day =>
                (day % 2 == 0 ? new[] { 8, 20 } : [8]).Select(hour =>
                    (
                        Day: day,
                        Hour: (double)hour,
                        Value: (day % 2 == 0 ? 6 : 1) + (hour == 8 ? 1 : 0) + 0.3 * random.NextDouble()
                    )
                )
            )
            .ToList();
        var pattern = HourProfile.Estimate(
            [.. records.Select(r => r.Day)],
            [.. records.Select(r => r.Hour)],
            [.. records.Select(r => r.Value)]
        )!;
        Assert.Equal([2, 5], pattern.Parts.Select(p => p.Part));
        Assert.InRange(pattern.Parts[0].Difference, 0.4, 0.6);
    }

    [Fact]
    public void One_record_a_day_says_nothing_of_hours() =>
        Assert.Null(
            HourProfile.Estimate(
                [.. Enumerable.Range(0, 50)],
                [.. Enumerable.Range(0, 50).Select(i => (double)(i % 24))],
                Diary.Noise(new Random(1), 50)
            )
        );
}
