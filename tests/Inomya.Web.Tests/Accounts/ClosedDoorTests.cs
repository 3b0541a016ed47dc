using System.Net;
using System.Text.RegularExpressions;
using Inomya.Accounts;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Reminders;
using Inomya.Web.Reminders;
using Inomya.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Tests.Accounts;

/// <summary>Nobody reaches anything of a person but that person: every address of the app is asked, by nobody, by another and by a host.</summary>
public class ClosedDoorTests
{
    /// <summary>What anybody may ask. None of it holds anything of a person without a key or a secret of theirs.</summary>
    private static readonly string[] ForEveryone =
    [
        "/alive",
        "/assets/{file}",
        "/calendar/{secret}.ics",
        "/error/{Code:int}",
        "/fhir/metadata",
        "/fhir/Patient/$everything",
        "/fhir/Patient/{id}/$everything",
        "/fhir/{**rest}",
        "/fhir/{type}",
        "/fhir/{type}/{id}",
        "/health/live",
        "/health/ready",
        "/ingest",
        "/join",
        "/join/{Secret}",
        "/manifest.webmanifest",
        "/offline",
        "/pair/{Secret}",
        "/service-worker.js",
        "/shl/{secret}",
        "/shl/{secret}/{ticket}",
        "/sign-in",
        "/sign-in/passkey",
    ];

    private static List<RouteEndpoint> Endpoints(Site site) =>
        [.. site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    private static string PatternOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    private static string Filled(string pattern) => Regex.Replace(pattern, @"\{([^}]*)\}", part => part.Value.Contains(
                ":guid",
                StringComparison.Ordinal
            )
                ? Guid.Empty.ToString()
            : part.Value.Contains(":int", StringComparison.Ordinal) ? "404"
            : "2026-11-20");

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
            ? methods
            : ["GET", "POST"];

    [Fact]
    public async Task Only_a_short_list_of_addresses_is_for_everyone()
    {
        await using var home = await Household.EmptyAsync();
        var open = Endpoints(home.Site)
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(PatternOf)
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(ForEveryone.Order(StringComparer.Ordinal), open);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_door_from_every_other_address()
    {
        await using var home = await Household.EmptyAsync();
        var other = new List<string>();
        var asked = 0;
        foreach (var endpoint in Endpoints(home.Site).Where(e => !ForEveryone.Contains(PatternOf(e))))
        foreach (var method in MethodsOf(endpoint))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Filled(PatternOf(endpoint)));
            using var answer = await home.Site.Http.SendAsync(request);
            var isShut =
                answer.StatusCode == HttpStatusCode.Unauthorized
                || answer.Headers.Location?.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal) == true;
            if (!isShut)
                other.Add($"{method} {PatternOf(endpoint)}: {(int)answer.StatusCode}");
            asked++;
        }
        Assert.Empty(other);
        Assert.InRange(asked, 150, int.MaxValue);
    }

    [Fact]
    public async Task A_host_is_told_in_words_that_they_see_nothing_of_a_person()
    {
        await using var home = await Household.StartAsync();
        using var host = await home.JoinAsync("Hanna", LinkKind.Invitation, AccountRole.Host);
        var other = new List<string>();
        foreach (var page in EveryPageTests.Pages.Select(p => p.Data).Where(p => p is not ("/offline" or "/account")))
        {
            var answer = await host.GetAsync(page);
            if (
                answer.Status != HttpStatusCode.Forbidden
                || !answer.Page.Contains("opens no journal", StringComparison.Ordinal)
            )
                other.Add($"{page}: {(int)answer.Status}");
        }
        Assert.Empty(other);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/account/invite")).Status);
        Assert.Equal(2, (await home.Store.PeopleAsync()).Count);
    }

    [Fact]
    public async Task What_another_person_has_is_not_there_by_any_address_with_an_id()
    {
        await using var home = await Household.StartAsync(isDemo: true);
        var anas = await home.JournalOfAsync(home.AnasPerson);
        var found = new List<string>();
        var known = (await GetWritesNothingTests.KnownAsync(anas)).Where(k =>
            k.Key.Contains(":guid", StringComparison.Ordinal)
        );
        foreach (var (pattern, path) in known)
        {
            var (mine, others) = ((await home.Ana.GetAsync(path)).Status, (await home.Ben.GetAsync(path)).Status);
            if (others != HttpStatusCode.NotFound)
                found.Add($"{pattern}: {(int)others}");
            // else the address would prove nothing
            if (
                mine != HttpStatusCode.OK
                && !path.Contains($"{Guid.Empty}", StringComparison.Ordinal)
                && !pattern.StartsWith("/import/kept/", StringComparison.Ordinal)
                && !pattern.EndsWith("result.json", StringComparison.Ordinal)
            )
                found.Add($"{pattern} of one's own: {(int)mine}");
        }
        Assert.Empty(found);
        Assert.InRange(known.Count(), 8, 100);
    }

    [Fact]
    public async Task Another_persons_change_is_not_undone_and_their_rows_are_not_touched()
    {
        await using var home = await Household.StartAsync();
        var ana = await home.JournalOfAsync(home.AnasPerson);
        var treatment = new Treatment { Name = "duloxetine", Kind = TreatmentKind.Medicine };
        var change = await ana.RecordAsync(new Draft("treatment").Add(treatment));
        var html = (await home.Ben.GetAsync("/you")).Page;
        var undone = await home.Ben.PostAsync("/undo", html, "", new { change = change.Id.ToString(), to = "/you" });
        Assert.Equal("/you?undone=false", undone.To);
        Assert.Single(await ana.AllAsync<Treatment>());
        Assert.Equal(
            "/you?undone=true",
            (
                await home.Ana.PostAsync(
                    "/undo",
                    (await home.Ana.GetAsync("/you")).Page,
                    "",
                    new { change = change.Id.ToString(), to = "/you" }
                )
            ).To
        );
    }

    [Fact]
    public async Task Pages_and_reports_are_of_who_is_signed_in()
    {
        await using var home = await Household.StartAsync(isDemo: true);
        var name = (await (await home.JournalOfAsync(home.AnasPerson)).AllAsync<Treatment>())[0].Name;
        var (anas, bens) = (await home.Ana.GetAsync("/treatments"), await home.Ben.GetAsync("/treatments"));
        Assert.Contains(name, anas.Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(name, bens.Page, StringComparison.OrdinalIgnoreCase);
        foreach (var path in (string[])["/report", "/findings", "/days", "/visit/next/pages"])
            Assert.NotEqual((await home.Ana.GetAsync(path)).Page.Length, (await home.Ben.GetAsync(path)).Page.Length);
        Assert.NotEqual(anas.Whose, bens.Whose);
    }

    [Fact]
    public async Task A_key_of_a_device_and_the_secret_of_a_calendar_open_the_journal_they_were_made_for()
    {
        await using var home = await Household.StartAsync();
        var ben = await home.JournalOfAsync(home.BensPerson);
        var token = await new BridgeBook(ben).AddAsync(Guid.CreateVersion7(), "Ben's phone");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ingest")
        {
            Headers = { { "Authorization", $"Bearer {token}" } },
            Content = new StringContent(
                """{"timestamp":"2026-06-02T06:10:00Z","app_version":"1.9.0","steps":[{"count":412,"start_time":"2026-06-01T07:00:00Z","end_time":"2026-06-01T07:15:00Z"}]}""",
                System.Text.Encoding.UTF8,
                "application/json"
            ),
        };
        // whoever else is signed in on that device
        using var sent = await home.Ana.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var day = new NodaTime.LocalDate(2026, 6, 1);
        Assert.Contains(await ben.DevicePointsAsync(day, day), p => p.Measure == "steps");
        Assert.Empty(await (await home.JournalOfAsync(home.AnasPerson)).DevicePointsAsync(day, day));

        var secrets = home.Site.Services.GetRequiredService<ReminderSecrets>();
        foreach (
            var secret in (string[])
                [ReminderSettings.NewFeedSecret(home.BensPerson), new('a', ReminderSettings.OldFeedSecretLength)]
        )
        {
            await new ReminderSettings { Feed = secrets.Protect(secret) }.WriteAsync(ben);
            Assert.Equal(HttpStatusCode.OK, (await home.Site.Http.GetAsync($"/calendar/{secret}.ics")).StatusCode);
            var other = secret[..^1] + (secret[^1] == 'b' ? 'c' : 'b');
            Assert.Equal(HttpStatusCode.NotFound, (await home.Site.Http.GetAsync($"/calendar/{other}.ics")).StatusCode);
        }
        // another person's name before a secret opens nothing
        var moved = ReminderSettings.NewFeedSecret(home.BensPerson);
        await new ReminderSettings { Feed = secrets.Protect(moved) }.WriteAsync(ben);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await home.Site.Http.GetAsync($"/calendar/{home.AnasPerson:N}{moved[32..]}.ics")).StatusCode
        );
    }

    [Fact]
    public async Task Reminders_go_out_for_everyone_whose_journal_is_here()
    {
        await using var home = await Household.StartAsync();
        foreach (var person in (Guid[])[home.AnasPerson, home.BensPerson])
        {
            var journal = await home.JournalOfAsync(person);
            await new ReminderSettings
            {
                ByMail = true,
                MailSince = journal.Now,
                CheckinAt = new NodaTime.LocalTime(14, 0),
                Mail = new MailSettings(
                    "127.0.0.1",
                    1,
                    MailSecurity.None,
                    null,
                    null,
                    "a@example.org",
                    "b@example.org"
                ),
            }.WriteAsync(journal);
        }
        home.Clock.AdvanceHours(3);
        var round = await home.Site.Services.GetRequiredService<ReminderService>().RunOnceAsync();
        // nobody listens there, so each waits
        Assert.Equal(2, round.Failed);
    }
}
