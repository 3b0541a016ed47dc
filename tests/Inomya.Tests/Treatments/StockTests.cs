using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Treatments;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Treatments;

public class StockTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly DayClock Days = new(
        DayClock.UsualBoundary,
        [new ZoneSince(Instant.FromUnixTimeTicks(0), "Europe/Madrid")]
    );
    private static readonly Treatment Medicine = new() { Name = "duloxetine" };

    private static Course Course(DoseSchedule? schedule = null, bool needed = false) =>
        new()
        {
            TreatmentId = Medicine.Id,
            Start = Today.PlusDays(-100),
            Schedule = (schedule ?? new DoseSchedule { Times = [new(8, 0), new(20, 0)] }) with
            {
                FirstDose = 60,
                Unit = "mg",
                AsNeeded = needed,
            },
        };

    private static StockLeft? Left(double units, int daysAgo, Course course, params Intake[] intakes) =>
        Stock.Of(
            Medicine,
            [
                new StockCount
                {
                    TreatmentId = Medicine.Id,
                    Day = Today.PlusDays(-daysAgo),
                    Units = units,
                    PerDose = 1,
                    LeadDays = 7,
                },
            ],
            [course],
            intakes,
            Today,
            Days
        );

    private static Intake Intake(Course course, int daysAgo, IntakeStatus status, int? slot = null) =>
        new()
        {
            TreatmentId = Medicine.Id,
            CourseId = course.Id,
            Day = Today.PlusDays(-daysAgo),
            Status = status,
            Slot = slot,
            Source = "dose",
        };

    [Fact]
    public void It_lasts_as_many_days_as_the_schedule_says()
    {
        var left = Left(20, 3, Course())!;
        Assert.Equal(14, left.Left);
        Assert.Equal(Today.PlusDays(6), left.LastDay); // seven days of two, today the first
        Assert.Equal(Today.PlusDays(-1), left.RefillOn);
    }

    [Fact]
    public void What_was_left_out_is_still_there_and_what_was_extra_is_gone()
    {
        var course = Course();
        Assert.Equal(15, Left(20, 3, course, Intake(course, 1, IntakeStatus.Skipped, 2))!.Left);
        Assert.Equal(16, Left(20, 3, course, Intake(course, 1, IntakeStatus.Skipped))!.Left);
        Assert.Equal(13, Left(20, 3, course, Intake(course, 1, IntakeStatus.Extra))!.Left);
    }

    [Fact]
    public void A_smaller_dose_takes_less_of_it()
    {
        var taper = Course(new DoseSchedule { Times = [new(8, 0)], Steps = [new(Today, 30)] });
        Assert.Equal(Today.PlusDays(9), Left(5, 0, taper)!.LastDay);
    }

    [Fact]
    public void As_needed_it_goes_down_with_what_was_taken_and_has_no_last_day()
    {
        var course = Course(new DoseSchedule(), needed: true);
        var left = Left(10, 3, course, Intake(course, 2, IntakeStatus.Taken), Intake(course, 1, IntakeStatus.Taken))!;
        Assert.Equal(8, left.Left);
        Assert.Null(left.LastDay);
        Assert.Null(left.RefillOn);
    }

    [Fact]
    public void It_never_falls_below_nothing_and_an_empty_box_lasts_until_yesterday()
    {
        var left = Left(2, 30, Course())!;
        Assert.Equal(0, left.Left);
        Assert.Equal(Today.PlusDays(-1), left.LastDay);
    }

    [Fact]
    public void Without_a_count_nothing_is_said() => Assert.Null(Stock.Of(Medicine, [], [Course()], [], Today, Days));
}
