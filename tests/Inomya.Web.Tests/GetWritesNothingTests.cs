using System.Globalization;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Tests;

/// <summary>Looking changes nothing: every address is asked for, and those with a query that a page reads.</summary>
public class GetWritesNothingTests
{
    private static readonly string[] WithQueries =
    [
        "/findings?of=fatigue",
        "/what-helped?from=2026-05-01&to=2026-06-01",
        "/experiments/new?factor=overdid&of=pain",
        "/history?add=onset",
        "/body?layer=points",
        "/laboratory/add?test=ferritin",
        "/now?of=fatigue",
        "/support?country=GB",
        "/movement/exercises?kind=strength&spare=1",
        "/movement/session?exercise=walking",
        "/you/country?zone=Europe/Madrid",
    ];

    [Fact]
    public async Task No_address_that_is_asked_for_changes_the_journal()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        var known = await KnownAsync(journal);
        using var file = new SqliteConnection($"Data Source={journal.Store.Place.File}");
        file.Open();
        var changed = new List<string>();
        foreach (var path in Routes(site).Select(route => PathOf(route, known)).Concat(WithQueries))
        {
            var before = Version(file);
            using var answer = await site.Http.GetAsync(path);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
            if (Version(file) != before)
                changed.Add(path);
        }
        Assert.Empty(changed);
    }

    [Fact]
    public async Task The_outcome_is_kept_by_sending_the_form_and_not_by_looking()
    {
        var journal = await DemoJournal.NewAsync();
        await using var site = await Site.OfAsync(journal);
        var page = await site.Http.GetStringAsync("/findings?of=fatigue");
        Assert.Contains("method=\"post\" action=\"/findings\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(JournalFindings.OutcomeSetting, await journal.SettingsAsync());
    }

    internal static IEnumerable<string> Routes(Site site) =>
        site
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(IsAskedFor)
            .Select(route => $"/{route.RoutePattern.RawText!.TrimStart('/')}")
            .Distinct();

    private static bool IsAskedFor(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false;

    /// <summary>Rises when another connection has written.</summary>
    private static long Version(SqliteConnection file)
    {
        using var ask = file.CreateCommand();
        ask.CommandText = "PRAGMA data_version";
        return (long)ask.ExecuteScalar()!;
    }

    /// <summary>A new address with a part to fill in is named in <see cref="KnownAsync"/>.</summary>
    private static string PathOf(string route, Dictionary<string, string> known) =>
        route.Contains('{', StringComparison.Ordinal) ? known[route] : route;

    internal static async Task<Dictionary<string, string>> KnownAsync(Journal journal)
    {
        var experiment = $"/experiments/{(await journal.AllAsync<Experiment>())[0].Id}";
        var course = (await journal.AllAsync<Course>())[0];
        var treatment = $"/treatments/{course.TreatmentId}";
        var day = journal.Today.PlusDays(-2).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        return new Dictionary<string, string>
        {
            // none is kept: it is answered that it is not there
            ["/import/kept/{id:guid}"] = $"/import/kept/{course.Id}",
            ["/experiments/{Id:guid}"] = experiment,
            ["/experiments/{Id:guid}/helper"] = $"{experiment}/helper",
            ["/experiments/{id:guid}/protocol.json"] = $"{experiment}/protocol.json",
            ["/experiments/{id:guid}/result.json"] = $"{experiment}/result.json",
            ["/experiments/{id:guid}/days.csv"] = $"{experiment}/days.csv",
            ["/treatments/{Id:guid}"] = treatment,
            ["/treatments/{Id:guid}/change/{CourseId:guid}"] = $"{treatment}/change/{course.Id}",
            ["/days/{DayText}"] = $"/days/{day}",
            ["/checkin/{DayText}"] = $"/checkin/{day}",
            ["/doses/{Day}"] = $"/doses/{day}",
            ["/questionnaires/{Id}"] = "/questionnaires/peg",
            ["/questionnaires/{Id}/page"] = "/questionnaires/peg/page",
            ["/questionnaires/{Id}/result"] = "/questionnaires/peg/result",
            ["/scores/{Id}"] = "/scores/peg",
            ["/fhir/Patient/{id}/$everything"] = "/fhir/Patient/1/$everything",
            ["/fhir/{type}"] = "/fhir/Observation",
            ["/fhir/{type}/{id}"] = "/fhir/Observation/1",
            ["/fhir/{**rest}"] = "/fhir/a/b/c",
            ["/shl/{secret}"] = "/shl/none",
            ["/shl/{secret}/{ticket}"] = "/shl/none/none",
            ["/evidence/{Id}"] = "/evidence/pregabalin",
            ["/guide/{Id}"] = "/guide/muscle-relaxants",
            ["/sleep/diary/{Date}"] = $"/sleep/diary/{day}",
            ["/calm/{Id}"] = "/calm/grounding",
            ["/look-alikes/{Id}"] = "/look-alikes/rheumatoid-arthritis",
            ["/laboratory/test/{Id:guid}"] = $"/laboratory/test/{Guid.Empty}",
            ["/body/examine/{What}"] = "/body/examine/motion",
            ["/function/{Date}"] = $"/function/{day}",
            ["/work/letter/{Id:guid}"] = $"/work/letter/{(await journal.AllAsync<LetterDraft>())[0].Id}",
            ["/writing/{Kind}"] = "/writing/thought-record",
            ["/programmes/{Id}"] = "/programmes/skills",
            ["/programmes/{Id}/read"] = "/programmes/skills/read",
            ["/programmes/{Id}/{Step}"] = "/programmes/skills/what-pain-is",
            ["/programmes/gates/{Part}"] = "/programmes/gates/skills",
            ["/movement/exercises/{Id}"] = "/movement/exercises/walking",
            ["/visit/{Id}"] = "/visit/next",
            ["/visit/{Id}/pages"] = "/visit/next/pages",
            ["/visit/{Id}/in"] = "/visit/next/in",
            ["/visit/{id:guid}/calendar.ics"] = $"/visit/{(await journal.AllAsync<Appointment>())[0].Id}/calendar.ics",
            ["/join/{Secret}"] = "/join/unknown",
            ["/pair/{Secret}"] = "/pair/unknown",
            ["/error/{Code:int}"] = "/error/404",
            ["/calendar/{secret}.ics"] = "/calendar/unknown.ics",
            [$"{Hosting.Assets.Root}/{{file}}"] = $"{Hosting.Assets.Root}/unknown",
        };
    }
}
