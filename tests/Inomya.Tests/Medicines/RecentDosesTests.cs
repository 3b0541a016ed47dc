using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Treatments;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Medicines;

/// <summary>What is told before one more dose is taken.</summary>
public class RecentDosesTests
{
    private static readonly Words English = new(Shelf.Content);

    private readonly FakeClock _clock = new(Storage.Noon);

    [Fact]
    public async Task Five_grams_within_a_minute_are_told_before_the_fifth()
    {
        var (journal, course) = await TakingAsync("paracetamol", 1000, new() { AsNeeded = true });
        Assert.Empty((await BeforeAsync(journal, course)).Warnings);
        for (var taken = 0; taken < 4; taken++)
            await TakeAsync(journal, course);
        var before = await BeforeAsync(journal, course);
        var much = Assert.Single(before.Warnings.OfType<DoseWarning.TooMuch>());
        Assert.Equal((5, 1), (much.With.Value / 1000, before.Warnings.OfType<DoseWarning.TooSoon>().Count()));
    }

    [Fact]
    public async Task What_was_taken_before_the_day_turned_at_four_still_counts()
    {
        _clock.Reset(Instant.FromUtc(2026, 11, 22, 2, 40)); // 03:40 in Madrid: still the day before
        var (journal, course) = await TakingAsync("ibuprofen", 400, new() { AsNeeded = true });
        await TakeAsync(journal, course);
        _clock.AdvanceMinutes(38);
        var soon = Assert.Single((await BeforeAsync(journal, course)).Warnings.OfType<DoseWarning.TooSoon>());
        Assert.Equal((4, false), (soon.Hours, soon.IsOwn));
        Assert.Equal(
            "ibuprofen: last taken at 03:40, 38 min ago. The labels we read say at least 4 hours between two.",
            Assert.Single(Sentences(journal, await BeforeAsync(journal, course)))
        );
        _clock.AdvanceMinutes((4 * 60) - 38);
        Assert.Empty((await BeforeAsync(journal, course)).Warnings);
    }

    [Fact]
    public async Task Hours_are_counted_over_a_journey_through_time_zones()
    {
        var (journal, course) = await TakingAsync("ibuprofen", 400, new() { AsNeeded = true });
        await TakeAsync(journal, course);
        _clock.AdvanceHours(3);
        await journal.MoveToZoneAsync(journal.Now, "Pacific/Auckland");
        journal = await journal.Store.OfAsync(journal.Person.Id);
        Assert.Single((await BeforeAsync(journal, course)).Warnings.OfType<DoseWarning.TooSoon>());
    }

    [Fact]
    public async Task The_same_substance_counts_over_planned_and_needed_courses_and_other_products()
    {
        var (journal, needed) = await TakingAsync("paracetamol", 1000, new() { AsNeeded = true });
        var combined = await AddAsync(journal, "co-codamol 30/500", 2, "{tablet}", new() { AsNeeded = true });
        var planned = await AddAsync(journal, "Tylenol", 1000, "mg", new() { Times = [new(8, 0), new(12, 0)] });
        Assert.NotNull(planned);
        await TakeAsync(journal, combined);
        var before = await BeforeAsync(journal, needed);
        Assert.True(before.CountsOpen);
        // one of the combination, one or two planned and not answered, one now
        var soon = Assert.Single(before.Warnings.OfType<DoseWarning.TooSoon>());
        Assert.Equal("paracetamol", soon.Name);
        await TakeAsync(journal, combined);
        Assert.Single((await BeforeAsync(journal, needed)).Warnings.OfType<DoseWarning.TooMuch>());
    }

    [Fact]
    public async Task The_persons_own_hours_and_most_stand_before_the_label()
    {
        var (journal, course) = await TakingAsync(
            "paracetamol",
            500,
            new()
            {
                AsNeeded = true,
                MostPerDay = 2,
                HoursApart = 6,
            }
        );
        await TakeAsync(journal, course);
        _clock.AdvanceHours(5);
        var soon = Assert.Single((await BeforeAsync(journal, course)).Warnings.OfType<DoseWarning.TooSoon>());
        Assert.Equal((6, true), (soon.Hours, soon.IsOwn));
        _clock.AdvanceHours(1);
        Assert.Empty((await BeforeAsync(journal, course)).Warnings);
        await TakeAsync(journal, course);
        _clock.AdvanceHours(17);
        Assert.Equal(
            2,
            Assert.Single((await BeforeAsync(journal, course)).Warnings.OfType<DoseWarning.TooOften>()).Taken
        );
        _clock.AdvanceHours(1);
        Assert.Empty((await BeforeAsync(journal, course)).Warnings);
    }

    [Fact]
    public async Task A_dose_without_a_time_counts_for_its_day()
    {
        var (journal, course) = await TakingAsync("ibuprofen", 400, new() { AsNeeded = true });
        await TakeAsync(journal, course, timed: false);
        Assert.Null(Assert.Single((await BeforeAsync(journal, course)).Warnings.OfType<DoseWarning.TooSoon>()).Last);
    }

    [Fact]
    public async Task What_was_left_out_and_what_is_put_on_the_skin_do_not_count()
    {
        var (journal, course) = await TakingAsync("ibuprofen", 400, new() { AsNeeded = true });
        var gel = await AddAsync(journal, "ibuprofen gel", 1, "{application}", new() { AsNeeded = true });
        await TakeAsync(journal, gel);
        await TakeAsync(journal, course, status: IntakeStatus.Skipped);
        Assert.Empty((await BeforeAsync(journal, course)).Warnings);
    }

    [Fact]
    public async Task A_dose_of_no_course_such_as_one_from_a_file_counts_too()
    {
        var (journal, course) = await TakingAsync("ibuprofen", 400, new() { AsNeeded = true });
        await journal.RecordAsync(
            new Draft("import").Add(
                new Intake
                {
                    TreatmentId = course.TreatmentId,
                    Day = journal.Today,
                    At = journal.Now,
                    Status = IntakeStatus.Taken,
                    Source = "file",
                }
            )
        );
        Assert.Single((await BeforeAsync(journal, course)).Warnings.OfType<DoseWarning.TooSoon>());
    }

    [Fact]
    public async Task A_dose_whose_amount_is_not_known_leaves_the_sum_open_and_says_so()
    {
        var (journal, course) = await TakingAsync("paracetamol", 1000, new() { AsNeeded = true });
        var unknown = await AddAsync(journal, "Tylenol", null, null, new() { AsNeeded = true });
        Assert.Empty((await BeforeAsync(journal, course)).Warnings);
        await TakeAsync(journal, unknown);
        _clock.AdvanceHours(6);
        Assert.IsType<DoseWarning.AmountOpen>(Assert.Single((await BeforeAsync(journal, course)).Warnings));
        Assert.Contains("not known", Assert.Single(Sentences(journal, await BeforeAsync(journal, course))));
    }

    [Fact]
    public async Task The_label_is_that_of_where_the_person_lives_or_is_said_to_be_of_some_countries()
    {
        var (journal, course) = await TakingAsync("metoclopramide", 10, new() { AsNeeded = true });
        for (var taken = 0; taken < 3; taken++)
            await TakeAsync(journal, course);
        _clock.AdvanceHours(8);
        Assert.Equal(LabelOf.Elsewhere, Label(await BeforeAsync(journal, course)));
        await journal.LiveInAsync("ES");
        Assert.Equal(LabelOf.Here, Label(await BeforeAsync(await journal.Store.OfAsync(journal.Person.Id), course)));

        static LabelOf? Label(BeforeTaking before) => before.Warnings.OfType<DoseWarning.TooMuch>().Single().Label;
    }

    private async Task<(Journal, Course)> TakingAsync(string name, double dose, DoseSchedule schedule)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, _clock);
        return (journal, await AddAsync(journal, name, dose, "mg", schedule));
    }

    private static async Task<Course> AddAsync(
        Journal journal,
        string name,
        double? dose,
        string? unit,
        DoseSchedule schedule
    )
    {
        var treatment = new Treatment { Name = name };
        var course = new Course
        {
            TreatmentId = treatment.Id,
            Start = journal.Today.PlusDays(-10),
            Schedule = schedule with { FirstDose = dose, Unit = unit },
        };
        await journal.RecordAsync(new Draft("medicine").Add(treatment).Add(course));
        return course;
    }

    private static Task TakeAsync(
        Journal journal,
        Course course,
        bool timed = true,
        IntakeStatus status = IntakeStatus.Taken
    ) =>
        journal.RecordAsync(
            new Draft("intake").Add(
                new Intake
                {
                    TreatmentId = course.TreatmentId,
                    CourseId = course.Id,
                    Day = journal.Today,
                    At = timed ? journal.Now : null,
                    Status = status,
                    Source = DayDoses.Source,
                }
            )
        );

    private static async Task<BeforeTaking> BeforeAsync(Journal journal, Course course) =>
        (await RecentDoses.ReadAsync(journal, Shelf.Catalogue)).Of(course);

    private static IReadOnlyList<string> Sentences(Journal journal, BeforeTaking before) =>
        English.Sentences(before, journal.Now, at => English.Clock(at.InZone(journal.Days.ZoneAt(at)).TimeOfDay));
}
