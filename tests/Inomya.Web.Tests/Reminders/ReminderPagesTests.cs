using System.Net;
using Inomya.Journals;
using Inomya.Reminders;
using Inomya.Web.Reminders;
using Inomya.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Web.Tests.Reminders;

/// <summary>Reminders and visits, in a browser; the calendar as a calendar program asks for it.</summary>
public class ReminderPagesTests(Browser browser)
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Fact]
    public async Task The_calendar_is_off_until_wanted_read_without_names_renewed_and_switched_off()
    {
        var (site, journal, _) = await StartAsync();
        await using var _ = site;
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await site.Http.GetAsync($"/calendar/{new string('0', 64)}.ics")).StatusCode
        );
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/reminders");
            await visit.Page.GetByLabel("Medicines and supplements").CheckAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make an address" }).ClickAsync();
            var first = await visit.Page.Locator(".secret").InnerTextAsync();
            await visit.AssertAccessibleAsync();
            await visit.AssertReflowsAsync();
            await visit.ScreenshotAsync("reminders");

            var answer = await site.Http.GetAsync(new Uri(first).PathAndQuery);
            Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
            var calendar = await answer.Content.ReadAsStringAsync();
            Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal);
            Assert.DoesNotContain("duloxetine", calendar, StringComparison.OrdinalIgnoreCase);

            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make a new address" }).ClickAsync();
            var second = await visit.Page.Locator(".secret").InnerTextAsync();
            Assert.NotEqual(first, second);
            Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync(new Uri(first).PathAndQuery)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync(new Uri(second).PathAndQuery)).StatusCode);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Switch the calendar off" }).ClickAsync();
            Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync(new Uri(second).PathAndQuery)).StatusCode);
        });
        Assert.DoesNotContain("0000", (await ReminderSettings.ReadAsync(journal)).Feed ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_that_is_down_is_told_on_the_page_and_the_password_is_kept_encrypted()
    {
        var (site, journal, clock) = await StartAsync();
        await using var _ = site;
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/reminders");
            await visit.Page.GetByLabel("Medicines and supplements").CheckAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await visit.Page.GetByText("Set up mail").ClickAsync();
            await visit.Page.GetByLabel("Mail server").FillAsync("smtp.example.org");
            await visit.Page.GetByLabel("Not at all").CheckAsync();
            await visit.Page.GetByLabel("User name").FillAsync("ana");
            await visit.Page.GetByLabel("Password").FillAsync("a secret word");
            await visit.Page.GetByLabel("Sent from").FillAsync("inomya@example.org");
            await visit.Page.GetByLabel("Sent to").FillAsync("ana@example.org");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save and switch on" }).ClickAsync();
            await Assertions
                .Expect(visit.Page.Locator("#errors"))
                .ToContainTextAsync("Only a server on this machine may do without");

            await visit.Page.GetByLabel("Mail server").FillAsync("127.0.0.1");
            await visit.Page.GetByLabel("Port").FillAsync("1"); // nobody listens there
            await visit.Page.GetByLabel("Password").FillAsync("a secret word");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save and switch on" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("Mail is on.")).ToBeVisibleAsync();

            clock.AdvanceHours(1);
            Assert.Equal(1, (await site.Services.GetRequiredService<ReminderService>().RunOnceAsync()).Failed);
            await visit.GoAsync("/reminders");
            await Assertions.Expect(visit.Page.GetByText("1 reminder waits to be sent")).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByText("The mail server does not answer")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();

            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Again in 10 min" }).First.ClickAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Switch mail off" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("Mail is off.")).ToBeVisibleAsync();
        });
        Assert.DoesNotContain(await journal.SettingsAsync(), s =>
            s.Value.Contains("a secret word", StringComparison.Ordinal)
        );
        Assert.Null((await ReminderSettings.ReadAsync(journal)).Mail!.Secret);
        Assert.Equal(
            [MailState.Dropped, MailState.Queued],
            (await journal.MailsAsync(Instant.FromUnixTimeTicks(0))).Select(m => m.State).OrderDescending()
        );
    }

    [Fact]
    public async Task A_test_mail_says_how_it_went_and_the_service_sleeps_while_mail_is_off()
    {
        var (site, journal, _) = await StartAsync();
        await using var _ = site;
        var service = site.Services.GetRequiredService<ReminderService>();
        await service.TickAsync();
        Assert.True(service.IsAsleep);
        await new ReminderSettings
        {
            ByMail = true,
            MailSince = journal.Now,
            Mail = new MailSettings(
                "127.0.0.1",
                1,
                MailSecurity.None,
                null,
                null,
                "inomya@example.org",
                "ana@example.org"
            ),
        }.WriteAsync(journal);
        await service.TickAsync();
        Assert.True(service.IsAsleep); // it was not told, and does not ask
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/reminders");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test mail" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("The test mail did not go")).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByText("The mail server does not answer")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("Saved.")).ToBeVisibleAsync();
        });
        Assert.False(service.IsAsleep);
        await service.TickAsync();
        Assert.False(service.IsAsleep);
    }

    [Fact]
    public async Task A_visit_is_added_moved_and_taken_back()
    {
        var (site, journal, _) = await StartAsync();
        await using var _ = site;
        await browser.VisitAsync(site, async visit =>
        {
            await visit.GoAsync("/appointments");
            await visit.Page.GetByLabel("With whom?").FillAsync("Dr Sol");
            await visit.Page.GetByLabel("Time").FillAsync("10:30");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Assertions.Expect(visit.Page.Locator("#errors")).ToContainTextAsync("Choose the day");
            await visit.Page.GetByLabel("Day").FillAsync("2026-12-03");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("3 Dec 2026, 10:30")).ToBeVisibleAsync();
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Change this visit: Dr Sol" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByLabel("Time")).ToHaveValueAsync("10:30");
            await visit.Page.GetByLabel("Day").FillAsync("2026-12-04");
            await visit.AssertAccessibleAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("4 Dec 2026, 10:30")).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByText("We kept what you had typed")).ToHaveCountAsync(0);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("3 Dec 2026, 10:30")).ToBeVisibleAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove: Dr Sol" }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByText("3 Dec 2026, 10:30")).ToBeVisibleAsync();
        });
        Assert.Equal(
            (new LocalDate(2026, 12, 3), new LocalTime(10, 30)),
            Assert.Single((await journal.AllAsync<Appointment>()).Select(a => (a.Day, a.Time!.Value)))
        );
    }

    /// <summary>13:00 in Madrid; a dose is planned for 13:30.</summary>
    private static async Task<(Site Site, Journal Journal, FakeClock Clock)> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-reminders-").FullName;
        var clock = new FakeClock(DemoSite.Now);
        var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), clock);
        var person = await store.AddPersonAsync("Ana", "Europe/Madrid");
        var site = await Site.StartAsync(services => services.AddJournal(store, person.Id), folder: folder);
        var journal = await store.OfAsync(person.Id);
        var treatment = new Treatment { Name = "duloxetine" };
        await journal.RecordAsync(
            new Draft("medicine", null, Today)
                .Add(treatment)
                .Add(
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = Today,
                        Schedule = new() { Times = [new(13, 30)] },
                    }
                )
        );
        return (site, journal, clock);
    }
}
