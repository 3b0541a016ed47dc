using CsCheck;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Sleep;
using NodaTime;

namespace Inomya.Tests.Sleep;

/// <summary>How a night is reckoned: over midnight, over clock changes, and with parts that were not told.</summary>
public class NightTests
{
    private static SleepNight Told(LocalDate day) =>
        new()
        {
            Day = day,
            IntoBed = new LocalTime(23, 0),
            LightsOut = new LocalTime(23, 30),
            MinutesToSleep = 30,
            MinutesAwake = 45,
            FinalWaking = new LocalTime(6, 45),
            OutOfBed = new LocalTime(7, 0),
            Source = NightBook.Source,
        };

    private static Night Read(SleepNight told) => NightClock.Read(told, MadeNights.Madrid);

    [Fact]
    public void A_night_over_midnight_has_its_hours_and_its_share()
    {
        var night = Read(Told(new LocalDate(2026, 11, 22)));
        Assert.Equal((480, 360, 75.0), (night.InBed, night.Asleep, night.Efficiency));
        Assert.True(night.Counts);
    }

    [Theory]
    [InlineData(2026, 10, 25, 540, 420)] // the clock goes back: an hour more
    [InlineData(2026, 3, 29, 420, 300)] // it goes forward: an hour less
    public void A_night_with_a_clock_change_has_the_hours_that_it_really_had(
        int year,
        int month,
        int day,
        int inBed,
        int asleep
    )
    {
        var night = Read(Told(new LocalDate(year, month, day)));
        Assert.Equal((inBed, asleep), (night.InBed, night.Asleep));
    }

    [Fact]
    public void A_night_begun_after_midnight_and_a_sleep_by_day_are_nights()
    {
        var day = new LocalDate(2026, 11, 22);
        var late = Told(day) with { IntoBed = new LocalTime(1, 0), LightsOut = new LocalTime(1, 30) };
        Assert.Equal(360, Read(late).InBed);
        var byDay = new SleepNight
        {
            Day = day,
            IntoBed = new LocalTime(8, 0),
            LightsOut = new LocalTime(8, 15),
            MinutesToSleep = 10,
            MinutesAwake = 5,
            FinalWaking = new LocalTime(15, 0),
            OutOfBed = new LocalTime(15, 30),
            Source = NightBook.Source,
        };
        Assert.Equal((450, 390), (Read(byDay).InBed, Read(byDay).Asleep));
    }

    public static TheoryData<string> Needed => ["bed", "lights", "fall", "awake", "waking", "up"];

    [Theory, MemberData(nameof(Needed))]
    public void Without_any_one_part_a_night_does_not_count_and_the_others_stay(string missing)
    {
        var told = Told(new LocalDate(2026, 11, 22));
        var night = Read(
            told with
            {
                IntoBed = missing == "bed" ? null : told.IntoBed,
                LightsOut = missing == "lights" ? null : told.LightsOut,
                MinutesToSleep = missing == "fall" ? null : told.MinutesToSleep,
                MinutesAwake = missing == "awake" ? null : told.MinutesAwake,
                FinalWaking = missing == "waking" ? null : told.FinalWaking,
                OutOfBed = missing == "up" ? null : told.OutOfBed,
            }
        );
        Assert.False(night.Counts);
        Assert.Null(night.Efficiency);
        Assert.Equal(missing is not ("bed" or "up"), night.InBed is not null);
        Assert.True(night.Fits);
    }

    [Fact]
    public void Parts_that_do_not_fit_each_other_have_no_sleep()
    {
        var night = Read(Told(new LocalDate(2026, 11, 22)) with { MinutesAwake = 600 });
        Assert.False(night.Fits);
        Assert.False(night.Counts);
    }

    [Fact]
    public void No_sleep_at_all_is_a_night_of_nothing_percent() =>
        Assert.Equal(0, Read(Told(new LocalDate(2026, 11, 22)) with { MinutesAwake = 405 }).Efficiency);

    /// <summary>Two ways to reckon one fact would be two facts.</summary>
    [Fact]
    public void A_night_without_a_clock_change_is_what_the_questionnaire_makes_of_it() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 120], Gen.Int[0, 180], Gen.Int[60, 700], Gen.Int[0, 90], Gen.Int[0, 1439])
            .Sample(
                (reading, toSleep, awake, lying, after, up) =>
                {
                    var rise = LocalTime.FromMinutesSinceMidnight(up);
                    var waking = rise.PlusMinutes(-after);
                    var lights = waking.PlusMinutes(-lying);
                    var told = new SleepNight
                    {
                        Day = new LocalDate(2026, 6, 17),
                        IntoBed = lights.PlusMinutes(-reading),
                        LightsOut = lights,
                        MinutesToSleep = toSleep,
                        MinutesAwake = awake,
                        FinalWaking = waking,
                        OutOfBed = rise,
                        Source = NightBook.Source,
                    };
                    var scores = MadeNights.Instruments.Find("sleep-diary")!.Score(AnswersOf(told)).Values.Single();
                    var night = Read(told);
                    Assert.Equal(scores["TIB"] as double?, night.InBed);
                    Assert.Equal(scores["TST"] as double?, night.Asleep);
                    Assert.Equal((scores["SE"] as double?) ?? -1, night.Efficiency ?? -1, 9);
                }
            );

    private static Answers AnswersOf(SleepNight told) =>
        new Answers()
            .Set("got_into_bed", [$"{told.IntoBed:HH:mm}:00"])
            .Set("tried_to_sleep", [$"{told.LightsOut:HH:mm}:00"])
            .Set("final_awakening", [$"{told.FinalWaking:HH:mm}:00"])
            .Set("got_out_of_bed", [$"{told.OutOfBed:HH:mm}:00"])
            .Set("sol_min", [(double)told.MinutesToSleep!])
            .Set("waso_min", [(double)told.MinutesAwake!]);

    [Fact]
    public void Means_are_of_nights_that_count_and_too_few_have_none()
    {
        var nights = MadeNights.Same(5, 480, 360).Append(new Night { Day = MadeNights.Today.PlusDays(-9) }).ToList();
        var summary = NightSummary.Of(nights, MadeNights.Today.PlusDays(-13), MadeNights.Today, 4);
        Assert.Equal((14, 6, 5), (summary.Days, summary.Told, summary.Counted));
        Assert.Equal((480.0, 360.0, 75.0), (summary.InBed, summary.Asleep, summary.Efficiency));
        Assert.Null(NightSummary.Of(nights, MadeNights.Today.PlusDays(-13), MadeNights.Today, 6).Efficiency);
    }
}
