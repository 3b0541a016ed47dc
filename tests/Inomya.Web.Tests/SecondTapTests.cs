using System.Net.Http.Json;
using Inomya.Checkins;
using Inomya.Journals;
using Inomya.Treatments;
using Inomya.Web.Checkins;
using Inomya.Web.Shell;
using Inomya.Web.Tests.Support;

namespace Inomya.Web.Tests;

/// <summary>What is said with one tap goes where nothing was said, and takes the place of nothing.</summary>
public class SecondTapTests
{
    private static async Task SendAsync(Site site, Journal journal, params string[][] fields) =>
        Assert.StartsWith(
            "{\"to\":",
            await (
                await site.Http.PostAsJsonAsync(
                    "/outbox",
                    new
                    {
                        fields = fields.Concat([
                            ["day", IsoDay.Iso(journal.Today)],
                            ["submission", Guid.NewGuid().ToString()],
                        ]),
                    }
                )
            ).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );

    private static async Task<Course> TakingAsync(Journal journal, string name, bool needed = false)
    {
        var treatment = new Treatment { Name = name };
        var course = new Course
        {
            TreatmentId = treatment.Id,
            Start = journal.Today.PlusDays(-10),
            Schedule = new() { Times = needed ? [] : [new(8, 0), new(20, 0)], AsNeeded = needed },
        };
        await journal.RecordAsync(new Draft("medicine").Add(treatment).Add(course));
        return course;
    }

    private static Intake Took(Course course, Journal journal, int daysAgo, IntakeStatus status, int? slot = null) =>
        new()
        {
            TreatmentId = course.TreatmentId,
            CourseId = course.Id,
            Day = journal.Today.PlusDays(-daysAgo),
            Slot = slot,
            Status = status,
            Source = slot is null ? Checkin.Source : DayDoses.Source,
        };

    private static Entry Pain(double value, Journal journal, int daysAgo) =>
        new()
        {
            Measure = "pain",
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = journal.Today.PlusDays(-daysAgo),
            Source = Checkin.Source,
        };

    [Fact]
    public async Task All_taken_leaves_a_dose_that_was_said_to_be_left_out_as_it_is()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var course = await TakingAsync(journal, "duloxetine");
        await journal.RecordAsync(new Draft("intake").Add(Took(course, journal, 0, IntakeStatus.Skipped, slot: 2)));
        await using var site = await Site.OfAsync(journal);
        for (var tap = 0; tap < 2; tap++)
            await SendAsync(site, journal, ["_handler", "doses-all"]);
        Assert.Equal(
            [(1, IntakeStatus.Taken), (2, IntakeStatus.Skipped)],
            (await journal.IntakesAsync(journal.Today, journal.Today)).Select(i => (i.Slot!.Value, i.Status)).Order()
        );
    }

    [Fact]
    public async Task Medicines_taken_leaves_one_that_was_said_to_be_left_out_as_it_is()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var (one, other) = (await TakingAsync(journal, "duloxetine"), await TakingAsync(journal, "pregabalin"));
        await journal.RecordAsync(new Draft("checkin").Add(Took(one, journal, 0, IntakeStatus.Skipped)));
        await using var site = await Site.OfAsync(journal);
        for (var tap = 0; tap < 2; tap++)
            await SendAsync(site, journal, ["_handler", DayForms.Taken]);
        var intakes = await journal.IntakesAsync(journal.Today, journal.Today);
        Assert.Equal(2, intakes.Count);
        Assert.Equal(IntakeStatus.Skipped, intakes.Single(i => i.CourseId == one.Id).Status);
        Assert.Equal(IntakeStatus.Taken, intakes.Single(i => i.CourseId == other.Id).Status);
    }

    [Fact]
    public async Task The_same_as_yesterday_leaves_what_was_rated_today_and_copies_no_dose_that_was_taken_when_needed()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var (planned, needed) = (
            await TakingAsync(journal, "duloxetine"),
            await TakingAsync(journal, "paracetamol", needed: true)
        );
        await journal.RecordAsync(
            new Draft("checkin")
                .Add(Pain(6, journal, 1))
                .Add(Pain(4, journal, 1) with { Measure = "fatigue" })
                .Add(Took(planned, journal, 1, IntakeStatus.Taken))
                .Add(Took(needed, journal, 1, IntakeStatus.Taken))
        );
        await journal.RecordAsync(new Draft("checkin").Add(Pain(2, journal, 0)));
        await using var site = await Site.OfAsync(journal);
        for (var tap = 0; tap < 2; tap++)
            await SendAsync(site, journal, ["_handler", DayForms.Quick], ["quick", DayForms.SameAsBefore]);
        Assert.Equal(
            [("fatigue", 4), ("pain", 2)],
            (await journal.EntriesAsync(journal.Today, journal.Today)).Select(e => (e.Measure, e.Value!.Value)).Order()
        );
        Assert.Equal(
            [planned.Id],
            (await journal.IntakesAsync(journal.Today, journal.Today)).Select(i => i.CourseId!.Value)
        );
    }

    [Fact]
    public async Task A_bad_day_is_said_once_and_leaves_what_was_rated()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await journal.RecordAsync(new Draft("checkin").Add(Pain(7, journal, 0)));
        await using var site = await Site.OfAsync(journal);
        for (var tap = 0; tap < 2; tap++)
            await SendAsync(site, journal, ["_handler", DayForms.Quick], ["quick", DayForms.BadDay]);
        Assert.Equal(
            [("bad_day", 1), ("pain", 7)],
            (await journal.EntriesAsync(journal.Today, journal.Today)).Select(e => (e.Measure, e.Value!.Value)).Order()
        );
    }

    [Theory]
    [InlineData("Taken", null, "{\"why\":\"conflict\"")] // the form did not know of the other answer
    [InlineData("Taken", "Skipped", "{\"to\":")] // it was seen, and is changed
    [InlineData("Taken", "Late", "{\"why\":\"conflict\"")] // another one was seen
    [InlineData("Skipped", null, "{\"to\":")] // the same
    public async Task A_dose_changes_only_where_the_answer_that_is_there_was_seen(
        string status,
        string? seen,
        string answer
    )
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var course = await TakingAsync(journal, "duloxetine");
        await journal.RecordAsync(new Draft("intake").Add(Took(course, journal, 0, IntakeStatus.Skipped, slot: 1)));
        var dose = (await DayDoses.ReadAsync(journal, journal.Today)).Planned[0];
        await using var site = await Site.OfAsync(journal);
        string[][] fields =
        [
            ["_handler", "dose"],
            ["row", Inomya.Web.Treatments.DoseForms.RowOf(dose).ToString()],
            ["status", status],
            ["seen", seen ?? ""],
            ["day", IsoDay.Iso(journal.Today)],
            ["submission", Guid.NewGuid().ToString()],
        ];
        var said = await (await site.Http.PostAsJsonAsync("/outbox", new { fields })).Content.ReadAsStringAsync();
        Assert.StartsWith(answer, said, StringComparison.Ordinal);
        Assert.Equal(
            answer.Contains("to", StringComparison.Ordinal) && status == "Taken"
                ? IntakeStatus.Taken
                : IntakeStatus.Skipped,
            Assert.Single(await journal.IntakesAsync(journal.Today, journal.Today)).Status
        );
    }

    [Theory]
    [InlineData(0, "{\"to\":")]
    [InlineData(1, "{\"why\":\"ahead\"")]
    public async Task A_day_to_come_is_asked_about(int daysAhead, string answer)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        string[][] fields =
        [
            ["_handler", DayForms.Quick],
            ["quick", DayForms.BadDay],
            ["day", IsoDay.Iso(journal.Today.PlusDays(daysAhead))],
            ["submission", Guid.NewGuid().ToString()],
        ];
        var said = await (await site.Http.PostAsJsonAsync("/outbox", new { fields })).Content.ReadAsStringAsync();
        Assert.StartsWith(answer, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3_590, "{\"to\":")]
    [InlineData(3_700, "{\"why\":\"clock\"")]
    [InlineData(-3_590, "{\"to\":")]
    [InlineData(-3_700, "{\"why\":\"clock\"")]
    public async Task A_device_whose_clock_is_more_than_an_hour_off_does_not_know_the_day(int seconds, string answer)
    {
        var clock = new NodaTime.Testing.FakeClock(NodaTime.Instant.FromUtc(2026, 11, 20, 15, 0));
        var journal = await DemoJournal.NewAsync(empty: true, clock);
        await using var site = await Site.OfAsync(journal);
        string[][] fields =
        [
            ["_handler", DayForms.Quick],
            ["quick", DayForms.BadDay],
            ["day", IsoDay.Iso(journal.Today)],
            ["submission", Guid.NewGuid().ToString()],
        ];
        var now = (journal.Now + NodaTime.Duration.FromSeconds(seconds)).ToUnixTimeMilliseconds();
        var said = await (
            await site.Http.PostAsJsonAsync(
                "/outbox",
                new
                {
                    fields,
                    clock = now,
                    byDevice = true,
                }
            )
        ).Content.ReadAsStringAsync();
        Assert.StartsWith(answer, said, StringComparison.Ordinal);
    }
}
