using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Tests.Medicines;
using Inomya.Treatments;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Treatments;

/// <summary>To the minute, the dose and the day: what counts as taken, what one more is, what is left.</summary>
public class DoseLimitsTests
{
    private readonly FakeClock _clock = new(Storage.Noon);

    private async Task<(Journal Journal, Course Course)> TakingAsync(
        DoseSchedule schedule,
        string name = "paracetamol",
        double dose = 500
    )
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, _clock);
        var treatment = new Treatment { Name = name };
        var course = new Course
        {
            TreatmentId = treatment.Id,
            Start = journal.Today.PlusDays(-10),
            Schedule = schedule with { FirstDose = dose, Unit = "mg" },
        };
        await journal.RecordAsync(new Draft("medicine").Add(treatment).Add(course));
        return (journal, course);
    }

    private static Task TakeAsync(Journal journal, Course course, IntakeStatus status = IntakeStatus.Taken) =>
        journal.RecordAsync(
            new Draft("intake").Add(
                new Intake
                {
                    TreatmentId = course.TreatmentId,
                    CourseId = course.Id,
                    Day = journal.Today,
                    At = journal.Now,
                    Status = status,
                    Source = DayDoses.Source,
                }
            )
        );

    private static async Task<IReadOnlyList<DoseWarning>> WarningsAsync(Journal journal, Course course) =>
        (await RecentDoses.ReadAsync(journal, Shelf.Catalogue)).Of(course).Warnings;

    [Fact]
    public async Task The_own_hours_are_over_at_the_hour_itself()
    {
        var (journal, course) = await TakingAsync(new() { AsNeeded = true, HoursApart = 6 });
        await TakeAsync(journal, course);
        _clock.Advance(Duration.FromMinutes((6 * 60) - 1));
        Assert.IsType<DoseWarning.TooSoon>(Assert.Single(await WarningsAsync(journal, course)));
        _clock.AdvanceMinutes(1);
        Assert.Empty(await WarningsAsync(journal, course));
    }

    [Fact]
    public async Task The_own_most_is_reached_with_as_many_as_were_written_down()
    {
        var (journal, course) = await TakingAsync(
            new()
            {
                AsNeeded = true,
                MostPerDay = 2,
                HoursApart = 1,
            }
        );
        await TakeAsync(journal, course);
        await TakeAsync(journal, course, IntakeStatus.Skipped);
        _clock.AdvanceHours(1);
        Assert.Empty(await WarningsAsync(journal, course));
        await TakeAsync(journal, course);
        _clock.AdvanceHours(1);
        var often = Assert.IsType<DoseWarning.TooOften>(Assert.Single(await WarningsAsync(journal, course)));
        Assert.Equal((2, 2), (often.Taken, often.Most));
    }

    [Fact]
    public async Task A_dose_counts_until_24_hours_have_passed()
    {
        var (journal, course) = await TakingAsync(
            new()
            {
                AsNeeded = true,
                MostPerDay = 1,
                HoursApart = 1,
            }
        );
        await TakeAsync(journal, course);
        _clock.Advance(Duration.FromHours(24) - Duration.FromMinutes(1));
        Assert.IsType<DoseWarning.TooOften>(Assert.Single(await WarningsAsync(journal, course)));
        _clock.AdvanceMinutes(1);
        Assert.Empty(await WarningsAsync(journal, course));
    }

    [Fact]
    public async Task As_much_as_a_label_allows_is_not_too_much_and_one_more_is()
    {
        var limit = await LimitAsync();
        var (journal, course) = await TakingAsync(new() { AsNeeded = true, HoursApart = 1 }, dose: limit / 4);
        for (var taken = 0; taken < 3; taken++)
            await TakeAsync(journal, course);
        _clock.AdvanceHours(2);
        Assert.Empty(await WarningsAsync(journal, course)); // with this one it is just the limit
        await TakeAsync(journal, course);
        _clock.AdvanceHours(2);
        var much = Assert.IsType<DoseWarning.TooMuch>(Assert.Single(await WarningsAsync(journal, course)));
        Assert.Equal((limit * 5 / 4, limit), (much.With.Value, much.Most.Value));
    }

    private async Task<double> LimitAsync()
    {
        var (journal, course) = await TakingAsync(new() { AsNeeded = true, HoursApart = 1 }, dose: 90_000);
        var much = Assert.Single((await WarningsAsync(journal, course)).OfType<DoseWarning.TooMuch>());
        return much.Most.Value;
    }

    [Fact]
    public async Task A_dose_that_was_left_out_is_not_among_those_of_the_day_and_an_extra_one_is_no_planned_one()
    {
        var (journal, needed) = await TakingAsync(new() { AsNeeded = true });
        await TakeAsync(journal, needed, IntakeStatus.Skipped);
        await TakeAsync(journal, needed);
        Assert.Equal(
            [IntakeStatus.Taken],
            Assert.Single((await DayDoses.ReadAsync(journal, journal.Today)).Needed).Taken.Select(i => i.Status)
        );

        var (other, planned) = await TakingAsync(new() { Times = [new(8, 0)] });
        await TakeAsync(other, planned, IntakeStatus.Extra);
        var doses = await DayDoses.ReadAsync(other, other.Today);
        Assert.Null(Assert.Single(doses.Planned).Intake);
        Assert.Single(doses.Extra);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 0)]
    public async Task A_course_has_its_doses_from_its_first_to_its_last_day(int day, int doses)
    {
        var (journal, course) = await TakingAsync(new() { Times = [new(8, 0)] });
        await journal.RecordAsync(
            new Draft("medicine").Correct(
                Assert.Single(await journal.AllAsync<Course>()),
                course with
                {
                    End = course.Start.PlusDays(10),
                }
            )
        );
        Assert.Equal(doses, (await DayDoses.ReadAsync(journal, course.Start.PlusDays(day))).Planned.Count);
    }

    [Fact]
    public async Task A_stretch_of_days_around_a_course_has_the_doses_of_its_days_and_no_other()
    {
        var (journal, course) = await TakingAsync(new() { Times = [new(8, 0)] });
        var doses = PlannedDoses.Of(
            course with
            {
                End = course.Start.PlusDays(3),
            },
            course.Start.PlusDays(-2),
            course.Start.PlusDays(9),
            journal.Days
        );
        Assert.Equal(Enumerable.Range(0, 4).Select(course.Start.PlusDays), doses.Select(d => d.Day));
    }

    [Theory]
    [InlineData(0, 30)] // counted today: nothing of today is gone yet
    [InlineData(1, 28)]
    [InlineData(2, 26)]
    public async Task What_was_planned_since_the_day_of_the_count_is_gone_and_todays_is_not(int daysAgo, double left)
    {
        var (journal, course) = await TakingAsync(new() { Times = [new(8, 0), new(20, 0)] });
        var stock = await StockAsync(journal, course, daysAgo, 30, lead: 5);
        Assert.Equal(left, stock.Left);
        Assert.Equal(journal.Today.PlusDays((int)(left / 2) - 1), stock.LastDay);
        Assert.Equal(stock.LastDay!.Value.PlusDays(-5), stock.RefillOn);
    }

    [Fact]
    public async Task A_dose_that_was_left_out_is_still_there_and_one_answered_late_is_gone()
    {
        var (journal, course) = await TakingAsync(new() { Times = [new(8, 0)] });
        _clock.AdvanceDays(-1);
        await TakeAsync(journal, course, IntakeStatus.Skipped);
        _clock.AdvanceDays(1);
        Assert.Equal(30, (await StockAsync(journal, course, 1, 30, lead: 0)).Left);

        (journal, course) = await TakingAsync(new() { Times = [new(8, 0)] });
        _clock.AdvanceDays(-1);
        await TakeAsync(journal, course, IntakeStatus.Late);
        _clock.AdvanceDays(1);
        Assert.Equal(29, (await StockAsync(journal, course, 1, 30, lead: 0)).Left);
    }

    private static async Task<StockLeft> StockAsync(
        Journal journal,
        Course course,
        int daysAgo,
        double units,
        int lead
    ) =>
        Stock.Of(
            Assert.Single(await journal.AllAsync<Treatment>()),
            [
                new StockCount
                {
                    TreatmentId = course.TreatmentId,
                    Day = journal.Today.PlusDays(-daysAgo),
                    Units = units,
                    PerDose = 1,
                    LeadDays = lead,
                },
                new StockCount
                {
                    TreatmentId = course.TreatmentId,
                    Day = journal.Today.PlusDays(1),
                    Units = 999,
                    PerDose = 1,
                },
            ],
            await journal.AllAsync<Course>(),
            await journal.AllAsync<Intake>(),
            journal.Today,
            journal.Days
        )!;
}
