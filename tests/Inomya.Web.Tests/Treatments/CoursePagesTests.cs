using System.Net;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Treatments;
using Inomya.Web.Tests.Support;
using Inomya.Web.Treatments;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Web.Tests.Treatments;

/// <summary>What a page, a report or a message says of a dose is what was entered.</summary>
public class CoursePagesTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    private static readonly DoseSchedule[] Kinds =
    [
        new() { TimesPerDay = 1 },
        new() { Times = [new(8, 0), new(20, 0)] },
        new() { EveryDays = 2 },
        new() { Weekdays = [IsoDayOfWeek.Monday], Times = [new(8, 0)] },
        new() { EveryDays = 3 },
        new() { TimesPerDay = 1, Steps = [new(Today.PlusDays(-2), 30), new(Today.PlusDays(9), 60)] },
        new() { TimesPerDay = 1, Steps = [new(Today, 0)] },
        new()
        {
            AsNeeded = true,
            MostPerDay = 4,
            HoursApart = 6,
        },
        new() { TimesPerDay = 0.3 },
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_course_by_session_stays_so_when_its_form_is_saved(bool needed)
    {
        var words = new Words(new ContentFolder());
        var course = new Course
        {
            TreatmentId = Guid.NewGuid(),
            Start = Today,
            Schedule = new DoseSchedule { BySession = true, AsNeeded = needed },
        };
        var shown = new CourseForm(Today, course, words);
        var sent = new FormCollection(
            new[] { "start", "when", "session-needed" }.ToDictionary(f => f, f => new StringValues(shown[f] ?? ""))
        );
        var units = new MedicineCatalogue(new ContentFolder()).Units;
        Assert.Equal(course.Schedule, new CourseForm(sent).Read(course.TreatmentId, words, units)!.Schedule);
    }

    [Fact]
    public async Task Every_page_report_and_message_says_the_one_sentence_of_a_course_of_every_kind()
    {
        var words = new Words(new ContentFolder());
        var store = await JournalStore.OpenAsync(
            JournalPlace.InFolder(Directory.CreateTempSubdirectory("inomya-courses-").FullName),
            new FakeClock(DemoSite.Now)
        );
        var journal = await store.OfAsync((await store.AddPersonAsync("Ana", "Europe/Madrid")).Id);
        var made = await MakeAsync(journal);
        await using var site = await Site.StartAsync(services => services.AddJournal(store, journal.Person.Id));
        foreach (var path in (string[])["/treatments", "/report?for=doctor", "/flares/message", "/what-helped"])
        {
            var page = await TextAsync(site, path);
            foreach (var (treatment, course) in made)
                Assert.Contains(words.How(course, treatment.Kind, Today), page, StringComparison.Ordinal);
        }
        foreach (var (treatment, course) in made)
        foreach (
            var path in (string[])[$"/treatments/{treatment.Id}", $"/experiments/proposal?treatment={treatment.Id}"]
        )
            Assert.Contains(
                words.How(course, treatment.Kind, Today),
                await TextAsync(site, path),
                StringComparison.Ordinal
            );
    }

    private static async Task<List<(Treatment, Course)>> MakeAsync(Journal journal)
    {
        var made = new List<(Treatment, Course)>();
        var draft = new Draft("edit")
            .Add(new Flare { Start = Today.PlusDays(-3) })
            .Add(
                new Entry
                {
                    Measure = "pain",
                    Value = 5,
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Day = Today,
                    Source = "checkin",
                }
            );
        foreach (var (schedule, unit) in Kinds.SelectMany(k => (string?[])["mg", "spoonfuls", null], (k, u) => (k, u)))
        {
            var treatment = new Treatment { Name = $"Medicine {made.Count + 1}", Kind = TreatmentKind.Medicine };
            var course = new Course
            {
                TreatmentId = treatment.Id,
                Start = Today.PlusDays(-100),
                Schedule = schedule with { FirstDose = unit is null ? null : 15, Unit = unit },
            };
            draft.Add(treatment).Add(course);
            made.Add((treatment, course));
        }
        await journal.RecordAsync(draft);
        return made;
    }

    private static async Task<string> TextAsync(Site site, string path)
    {
        var answer = await site.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
