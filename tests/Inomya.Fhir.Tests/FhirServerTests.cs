using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Inomya.Content;
using Inomya.Journals;
using NodaTime.Testing;
using Instant = NodaTime.Instant;
using Task = System.Threading.Tasks.Task;

namespace Inomya.Fhir.Tests;

/// <summary>What the server says is FHIR by the judgement of Firely.</summary>
public class FhirServerTests
{
    private static readonly ContentFolder Content = new();

    private static readonly JsonSerializerOptions Strict = new JsonSerializerOptions()
        .ForFhir(ModelInfo.ModelInspector)
        .UsingMode(DeserializationMode.Strict);

    [Fact]
    public void Its_statement_and_what_went_wrong_pass_the_validator()
    {
        Accept(FhirServer.Capability("https://out.example/fhir", new DateTimeOffset(2026, 11, 22, 12, 0, 0, default)));
        foreach (var code in (string[])["login", "forbidden", "not-found", "not-supported"])
            Accept(FhirServer.Outcome(code, "words"));
    }

    [Fact]
    public async Task A_page_of_a_search_passes_the_validator_and_its_references_are_those_of_the_server()
    {
        var store = await JournalStore.OpenAsync(
            JournalPlace.InFolder(Directory.CreateTempSubdirectory("inomya-test-").FullName),
            new FakeClock(Instant.FromUtc(2026, 11, 22, 12, 0))
        );
        var journal = await store.OfAsync((await store.AddPersonAsync("ana", "UTC")).Id);
        await journal.RecordAsync(
            new Draft("history")
                .Add(new HistoryItem { Kind = HistoryKind.Condition, Text = "Asthma" })
                .Add(
                    new MovementPlan
                    {
                        Day = journal.Today,
                        BadDayMinutes = 8,
                        Sessions = 3,
                    }
                )
        );
        var reader = new FhirReader(journal, Content, new Words(Content), "https://out.example/fhir", FhirReader.Types);
        var query = FhirQuery.Read([("_count", "10")], 100)!;
        var bundle = (Bundle)Accept(await reader.SearchAsync(FhirReader.Types, query, "Patient/$everything"));
        Assert.Equal(4, bundle.Total);
        var plan = bundle.Entry.Select(e => e.Resource).OfType<CarePlan>().Single();
        Assert.Equal($"Patient/{journal.Person.Id}", plan.Subject!.Reference);
        var goal = bundle.Entry.Single(e => e.Resource is Goal);
        Assert.Equal($"https://out.example/fhir/{plan.Goal[0].Reference}", goal.FullUrl);
        Accept((await reader.ReadAsync("Goal", goal.Resource!.Id!))!);
        Assert.Null(await reader.ReadAsync("Condition", goal.Resource!.Id!));
    }

    private static Resource Accept(byte[] written)
    {
        var resource = JsonSerializer.Deserialize<Resource>(written, Strict)!;
        FirelyJudge.Accepts(resource);
        return resource;
    }
}
