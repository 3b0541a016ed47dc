using CsCheck;
using Inomya.Journals;
using Inomya.Treatments;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Treatments;

public class DoseScheduleTests
{
    private static readonly LocalDate Start = new(2026, 3, 1);
    private static readonly DayClock Madrid = new(
        DayClock.UsualBoundary,
        [new ZoneSince(Instant.FromUnixTimeTicks(0), "Europe/Madrid")]
    );

    private static readonly string[] Zones =
    [
        "Europe/Madrid",
        "America/Lima",
        "Pacific/Apia",
        "Asia/Kolkata",
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
    ];

    private static Course Course(
        DoseSchedule schedule,
        double? times = null,
        bool needed = false,
        LocalDate? end = null
    ) =>
        new()
        {
            TreatmentId = Guid.Empty,
            Start = Start,
            End = end,
            Schedule = schedule with
            {
                FirstDose = 10,
                Unit = "mg",
                AsNeeded = needed,
                TimesPerDay = times ?? schedule.TimesPerDay,
            },
        };

    private static int[] Counts(Course course, int days) =>
        [.. Enumerable.Range(0, days).Select(d => course.CountOn(Start.PlusDays(d)))];

    [Fact]
    public void A_schedule_is_read_back_as_it_was_written()
    {
        var schedule = new DoseSchedule
        {
            Times = [new(8, 0), new(20, 30)],
            EveryDays = 2,
            Weekdays = [IsoDayOfWeek.Monday],
            FirstDose = 2.5,
            Unit = "mg",
            MostPerDay = 4,
            HoursApart = 6.5,
            Steps = [new(Start.PlusDays(7), 5)],
        };
        var read = DoseSchedule.Read(schedule.Write());
        Assert.Equal(schedule, read);
        Assert.Equal(schedule.Times, read.Times);
        Assert.Equal(schedule.Steps, read.Steps);
    }

    [Fact]
    public void A_course_without_times_has_its_number_a_day_and_once_where_none_is_told()
    {
        Assert.Equal([3, 3, 3], Counts(Course(new() { TimesPerDay = 3 }), 3));
        Assert.Equal([1, 1], Counts(Course(new()), 2));
    }

    [Fact]
    public void A_broken_number_a_day_is_spread_so_that_weeks_come_out_right()
    {
        Assert.Equal(3, Counts(Course(new() { TimesPerDay = 0.3 }), 10).Sum());
        Assert.Equal(15, Counts(Course(new() { TimesPerDay = 1.5 }), 10).Sum());
    }

    [Fact]
    public void Every_second_day_stays_every_second_day_over_a_clock_change()
    {
        var days = PlannedDoses
            .Of(Course(new DoseSchedule { Times = [new(8, 0)], EveryDays = 2 }), Start, Start.PlusDays(60), Madrid)
            .Select(d => d.Day)
            .ToList();
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(2, Period.DaysBetween(pair.First, pair.Second)));
    }

    [Fact]
    public void Days_of_the_week_are_kept()
    {
        var course = Course(
            new DoseSchedule { Times = [new(8, 0)], Weekdays = [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Friday] }
        );
        Assert.All(PlannedDoses.Of(course, Start, Start.PlusDays(30), Madrid), d =>
            Assert.Contains(d.Day.DayOfWeek, new[] { IsoDayOfWeek.Tuesday, IsoDayOfWeek.Friday })
        );
        Assert.Equal(2, Counts(course, 7).Sum());
    }

    [Fact]
    public void A_taper_has_its_dose_by_date_and_a_pause_has_none()
    {
        var course = Course(
            new DoseSchedule
            {
                Times = [new(8, 0)],
                Steps = [new(Start.PlusDays(2), 5), new(Start.PlusDays(4), 0), new(Start.PlusDays(5), 2.5)],
            }
        );
        Assert.Equal(
            [10, 10, 5, 5, 2.5],
            PlannedDoses.Of(course, Start, Start.PlusDays(5), Madrid).Select(d => d.Dose!.Value)
        );
    }

    [Fact]
    public void What_is_taken_as_needed_is_never_planned() =>
        Assert.Empty(
            PlannedDoses.Of(
                Course(new DoseSchedule { MostPerDay = 4 }, needed: true),
                Start,
                Start.PlusDays(30),
                Madrid
            )
        );

    [Fact]
    public void A_time_that_the_clock_skips_comes_right_after_and_one_that_comes_twice_comes_once()
    {
        var course = Course(new DoseSchedule { Times = [new(2, 30)] });
        // 02:30 is of the night that ends the day: the 28th holds the night in which the clock goes forward
        var spring = Assert.Single(PlannedDoses.Of(course, new(2026, 3, 28), new(2026, 3, 28), Madrid));
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 0), spring.At);
        var autumn = Assert.Single(PlannedDoses.Of(course, new(2026, 10, 24), new(2026, 10, 24), Madrid));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), autumn.At);
    }

    [Fact]
    public void A_dose_that_a_flight_skips_is_due_on_arrival()
    {
        // 22:00 in Lima becomes 04:00 of the next day in Madrid: the 23:00 of that day never was
        var arrival = Instant.FromUtc(2026, 1, 2, 3, 0);
        var days = new DayClock(
            DayClock.UsualBoundary,
            [new ZoneSince(Instant.FromUnixTimeTicks(0), "America/Lima"), new ZoneSince(arrival, "Europe/Madrid")]
        );
        Assert.Equal(arrival, days.InstantOf(new(2026, 1, 1), new(23, 0)));
    }

    [Theory]
    [
        InlineData("every", 0),
        InlineData("every", 367),
        InlineData("most", 0),
        InlineData("apart", -1),
        InlineData("apart", 13)
    ]
    public void What_cannot_be_meant_is_named(string field, double value)
    {
        var schedule = field switch
        {
            "every" => new DoseSchedule { EveryDays = (int)value },
            "most" => new DoseSchedule { MostPerDay = (int)value },
            _ => new DoseSchedule { MostPerDay = 3, HoursApart = value },
        };
        Assert.Equal([field], schedule.Problems(Start, null));
    }

    [Fact]
    public void Steps_that_do_not_go_up_or_lie_outside_are_named()
    {
        Assert.Equal(
            ["steps"],
            new DoseSchedule { Steps = [new(Start.PlusDays(4), 5), new(Start.PlusDays(2), 3)] }.Problems(Start, null)
        );
        Assert.Equal(["steps"], new DoseSchedule { Steps = [new(Start, 5)] }.Problems(Start, null));
        Assert.Equal(
            ["steps"],
            new DoseSchedule { Steps = [new(Start.PlusDays(9), 5)] }.Problems(Start, Start.PlusDays(8))
        );
        Assert.Equal(["times"], new DoseSchedule { Times = [new(8, 0), new(8, 0)] }.Problems(Start, null));
    }

    [Fact]
    public void Over_any_stretch_clock_changes_and_journeys_no_dose_is_lost_or_doubled() =>
        Gen.Select(Courses, Clocks, Gen.Int[0, 500], Gen.Int[0, 120], Gen.Int[0, 120])
            .Sample(
                (course, days, from, length, cut) =>
                {
                    var (first, last) = (Start.PlusDays(from - 100), Start.PlusDays(from - 100 + length));
                    var middle = first.PlusDays(Math.Min(cut, length));
                    var whole = PlannedDoses.Of(course, first, last, days).ToList();

                    Assert.Equal(
                        Enumerable.Range(0, length + 1).Sum(d => course.CountOn(first.PlusDays(d))),
                        whole.Count
                    );
                    Assert.Equal(whole.Count, whole.DistinctBy(d => (d.Day, d.Number)).Count());
                    Assert.Equal(
                        whole,
                        PlannedDoses
                            .Of(course, first, middle, days)
                            .Concat(PlannedDoses.Of(course, middle.PlusDays(1), last, days))
                    );
                },
                iter: 300
            );

    [Fact]
    public void Windows_of_time_side_by_side_give_each_dose_once() =>
        Gen.Select(Courses, Clocks, Gen.Int[0, 400], Gen.Int[1, 72], Gen.Int[1, 72])
            .Sample(
                (course, days, day, one, other) =>
                {
                    var a = days.StartOf(Start.PlusDays(day - 20)) + Duration.FromMinutes(day * 37 % 1440);
                    var (b, c) = (a + Duration.FromHours(one), a + Duration.FromHours(one + other));
                    Assert.Equal(
                        PlannedDoses.Between([course], a, c, days).Select(d => (d.Day, d.Number)).Order(),
                        PlannedDoses
                            .Between([course], a, b, days)
                            .Concat(PlannedDoses.Between([course], b, c, days))
                            .Select(d => (d.Day, d.Number))
                            .Order()
                    );
                },
                iter: 300
            );

    [Fact]
    public void A_time_of_day_is_on_the_wall_clock_of_its_day_or_the_first_moment_after_a_gap() =>
        Gen.Select(Clocks, Gen.Int[0, 1000], Gen.Int[0, 1439])
            .Sample(
                (days, day, minute) =>
                {
                    var (date, time) = (Start.PlusDays(day - 300), LocalTime.FromMinutesSinceMidnight(minute));
                    var at = days.InstantOf(date, time);
                    var wanted = (time < days.Boundary ? date.PlusDays(1) : date) + time;
                    var local = at.InZone(days.ZoneAt(at)).LocalDateTime;
                    Assert.True(
                        local == wanted
                            || days.ZoneAt(at - Duration.FromTicks(1)).GetUtcOffset(at - Duration.FromTicks(1))
                                != days.ZoneAt(at).GetUtcOffset(at),
                        $"{wanted} became {local}"
                    );
                },
                iter: 500
            );

    private static Gen<Course> Courses =>
        Gen.Select(
                Gen.Int[0, 1439].Array[0, 4],
                Gen.Int[1, 5],
                Gen.Int[1, 7].Array[0, 3],
                Gen.Int[0, 300],
                Gen.Double[0.2, 4],
                Gen.Bool
            )
            .Select(
                (times, every, weekdays, length, rate, steps) =>
                    Course(
                        new DoseSchedule
                        {
                            Times = [.. times.Distinct().Select(m => LocalTime.FromMinutesSinceMidnight(m))],
                            EveryDays = every,
                            Weekdays = [.. weekdays.Distinct().Select(d => (IsoDayOfWeek)d)],
                            Steps = steps
                                ? [new(Start.PlusDays(5), 5), new(Start.PlusDays(30), 0), new(Start.PlusDays(33), 2)]
                                : [],
                        },
                        rate,
                        end: length == 0 ? null : Start.PlusDays(length)
                    )
            );

    private static Gen<DayClock> Clocks =>
        Gen.Select(Gen.Int[0, Zones.Length - 1].Array[1, 4], Gen.Int[0, 9000].Array[4], Gen.Int[0, 6])
            .Select(
                (zones, hours, boundary) =>
                    new DayClock(
                        new LocalTime(boundary, 0),
                        zones
                            .Select(
                                (z, i) =>
                                    new ZoneSince(
                                        i == 0
                                            ? Instant.FromUnixTimeTicks(0)
                                            : Instant.FromUtc(2026, 2, 1, 0, 0) + Duration.FromHours(hours[i]),
                                        Zones[z]
                                    )
                            )
                            .DistinctBy(z => z.Since)
                    )
            );

    [Fact]
    public void Whatever_is_typed_a_schedule_without_problems_unfolds_into_real_doses() =>
        Gen.Select(Gen.Double, Gen.Double, Gen.Int, Gen.Int, Gen.Double)
            .Sample(
                (dose, rate, every, most, apart) =>
                {
                    var schedule = new DoseSchedule
                    {
                        FirstDose = dose,
                        TimesPerDay = rate,
                        EveryDays = every,
                        MostPerDay = most,
                        HoursApart = apart,
                    };
                    if (schedule.Problems(Start, null).Any())
                        return;
                    var course = new Course
                    {
                        TreatmentId = Guid.Empty,
                        Start = Start,
                        Schedule = schedule,
                    };
                    Assert.All(PlannedDoses.Of(course, Start, Start.PlusDays(30), Madrid), d =>
                        Assert.True(d.Dose > 0)
                    );
                }
            );
}
