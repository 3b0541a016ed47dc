using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Exports;
using Inomya.Journals;
using NodaTime;
using NodaTime.Testing;
using Instant = NodaTime.Instant;
using Task = System.Threading.Tasks.Task;

namespace Inomya.Fhir.Tests;

/// <summary>
/// The patient summary by the rules of HL7 IPS 2.0. Its package of profiles cannot be had here as data, so base R4 is
/// judged by Firely, and each rule of the profiles is a test that names the profile it comes from.
/// </summary>
public class IpsExportTests
{
    private const string Absent = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
    private static readonly ContentFolder Content = new();
    private static readonly LocalDate Day = new(2026, 11, 20);

    private static readonly JsonSerializerOptions Strict = new JsonSerializerOptions()
        .ForFhir(ModelInfo.ModelInspector)
        .UsingMode(DeserializationMode.Strict);

    private static readonly Lazy<Task<Bundle>> Demo = new(async () =>
        await BundleAsync(await DemoPerson.CreateAsync(await StoreAsync(), Content, "Europe/Madrid"))
    );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_document_passes_the_validator_of_Firely(bool isDemo)
    {
        var bundle = isDemo ? await Demo.Value : await BundleAsync(await EmptyAsync());
        FirelyJudge.Accepts(bundle);
        foreach (var sign in SectionOf(bundle, "8716-3")?.Entry ?? [])
            FirelyJudge.Accepts(ResourceOf(bundle, sign), "http://hl7.org/fhir/StructureDefinition/vitalsigns");
    }

    /// <summary>Bundle-uv-ips: identifier, type, timestamp, entry.fullUrl; bdl-ips-1: one Composition and one Patient.</summary>
    [Fact]
    public async Task It_is_a_document_that_begins_with_its_only_composition()
    {
        foreach (var bundle in new[] { await Demo.Value, await BundleAsync(await EmptyAsync()) })
        {
            Assert.Equal(Bundle.BundleType.Document, bundle.Type);
            Assert.NotNull(bundle.Identifier?.Value);
            Assert.NotNull(bundle.Timestamp);
            Assert.IsType<Composition>(bundle.Entry[0].Resource);
            Assert.Single(bundle.Entry, e => e.Resource is Composition);
            Assert.Single(bundle.Entry, e => e.Resource is Patient);
            Assert.All(bundle.Entry, e => Assert.StartsWith("urn:uuid:", e.FullUrl, StringComparison.Ordinal));
        }
    }

    /// <summary>Composition-uv-ips: type 60591-5, subject.reference, author, title; section.title, code and text; no section in a section.</summary>
    [Fact]
    public async Task The_composition_has_what_the_profile_asks_for_and_each_section_has_words()
    {
        var bundle = await BundleAsync(await FullAsync());
        var composition = (Composition)bundle.Entry[0].Resource!;
        Assert.Equal("60591-5", composition.Type!.Coding.Single().Code);
        var patient = bundle.Entry.Single(e => e.Resource is Patient).FullUrl;
        Assert.Equal(patient, composition.Subject!.Reference);
        Assert.Equal([patient], composition.Author.Select(a => a.Reference));
        Assert.All(composition.Section, section =>
        {
            Assert.NotEmpty(section.Title!);
            Assert.Single(section.Code!.Coding);
            Assert.Contains("Told by the patient", section.Text!.Div!, StringComparison.Ordinal);
            Assert.Empty(section.Section);
        });
        Assert.Equal(9, composition.Section.Count);
    }

    /// <summary>Composition-uv-ips: what each section may name.</summary>
    [Theory]
    [InlineData("10160-0", typeof(MedicationStatement))]
    [InlineData("48765-2", typeof(AllergyIntolerance))]
    [InlineData("11450-4", typeof(Condition))]
    [InlineData("11348-0", typeof(Condition))]
    [InlineData("30954-2", typeof(Observation))]
    [InlineData("8716-3", typeof(Observation))]
    [InlineData("47420-5", null)]
    [InlineData("18776-5", typeof(CarePlan))]
    public async Task Each_section_names_only_what_it_may(string code, Type? type)
    {
        var bundle = await BundleAsync(await FullAsync());
        var section = SectionOf(bundle, code)!;
        Assert.Equal(type is null, section.Entry.Count == 0);
        Assert.All(section.Entry, e => Assert.IsType(type!, ResourceOf(bundle, e)));
    }

    /// <summary>ips-comp-1, and the code system absent-unknown-uv-ips.</summary>
    [Theory]
    [InlineData("10160-0", "no-medication-info")]
    [InlineData("48765-2", "no-allergy-info")]
    [InlineData("11450-4", "no-problem-info")]
    public async Task Where_nothing_was_recorded_there_is_no_information_and_never_none_known(
        string code,
        string absent
    )
    {
        var bundle = await BundleAsync(await EmptyAsync());
        var entry = Assert.Single(SectionOf(bundle, code)!.Entry);
        var coded = Assert.Single(CodeOf(ResourceOf(bundle, entry)).Coding);
        Assert.Equal((Absent, absent), (coded.System, coded.Code));
        Assert.DoesNotContain("no-known", JsonSerializer.Serialize<Resource>(bundle, Strict), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recorded_takes_the_place_of_no_information()
    {
        var bundle = await BundleAsync(await FullAsync());
        Assert.DoesNotContain(Absent, JsonSerializer.Serialize<Resource>(bundle, Strict), StringComparison.Ordinal);
        Assert.Contains("Penicillin: rash", TextOf(bundle, "48765-2"), StringComparison.Ordinal);
        Assert.Contains("Duloxetine", TextOf(bundle, "10160-0"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tramadol", TextOf(bundle, "10160-0"), StringComparison.Ordinal);
        Assert.Contains("128/82 mm[Hg] (20 Nov 2026)", TextOf(bundle, "8716-3"), StringComparison.Ordinal);
        Assert.Contains("60", TextOf(bundle, "30954-2"), StringComparison.Ordinal);
        Assert.DoesNotContain("11 ", TextOf(bundle, "30954-2"), StringComparison.Ordinal);
    }

    /// <summary>Patient-uv-ips: ips-pat-1 asks for a name, and birthDate must be there or say why not.</summary>
    [Fact]
    public async Task A_person_who_told_neither_name_nor_year_of_birth_is_marked_as_unknown()
    {
        var bundle = await BundleAsync(await EmptyAsync());
        var patient = bundle.Entry.Select(e => e.Resource).OfType<Patient>().Single();
        Assert.NotEmpty(patient.Name.Single().Text!);
        Assert.Null(patient.BirthDate);
        Assert.Equal("unknown", ((Code)patient.BirthDateElement!.Extension.Single().Value!).Value);
    }

    [Fact]
    public async Task What_is_kept_back_is_nowhere_in_it_and_the_three_that_must_be_there_say_withheld()
    {
        var journal = await FullAsync();
        var bundle = await BundleAsync(journal, new HashSet<SummaryArea> { SummaryArea.Allergies });
        var text = JsonSerializer.Serialize<Resource>(bundle, Strict);
        foreach (var kept in (string[])["Duloxetine", "Asthma", "Gout", "Ferritin", "pool", "128", "cold rain"])
            Assert.DoesNotContain(kept, text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, ((Composition)bundle.Entry[0].Resource!).Section.Count);
        foreach (var code in (string[])["10160-0", "11450-4"])
        {
            var section = SectionOf(bundle, code)!;
            Assert.Empty(section.Entry);
            Assert.Equal("withheld", section.EmptyReason!.Coding.Single().Code);
        }
        FirelyJudge.Accepts(bundle);
    }

    [Fact]
    public async Task Weight_stays_out_while_it_is_put_away()
    {
        var journal = await FullAsync();
        Assert.Contains("71.5 kg", TextOf(await BundleAsync(journal), "8716-3"), StringComparison.Ordinal);
        await journal.RecordAsync(
            new Draft("history").Add(new HistoryItem { Kind = HistoryKind.Condition, Text = "Anorexia nervosa" })
        );
        Assert.DoesNotContain(
            "71.5",
            JsonSerializer.Serialize<Resource>(await BundleAsync(journal), Strict),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_typed_never_becomes_markup()
    {
        var journal = await EmptyAsync();
        await journal.RecordAsync(
            new Draft("allergies").Add(new Allergy { Name = "<script>x</script> & \u0001", Reaction = null })
        );
        var bundle = await BundleAsync(journal);
        Assert.Contains("&lt;script&gt;", TextOf(bundle, "48765-2"), StringComparison.Ordinal);
        FirelyJudge.Accepts(bundle);
    }

    [Fact]
    public async Task Every_reference_is_to_something_in_the_document_and_all_of_it_is_told_by_the_patient()
    {
        foreach (var bundle in new[] { await Demo.Value, await BundleAsync(await FullAsync()) })
        {
            var known = bundle.Entry.Select(e => e.FullUrl).ToHashSet();
            var text = JsonSerializer.Serialize<Resource>(bundle, Strict);
            using var json = JsonDocument.Parse(text);
            Assert.All(ReferencesIn(json.RootElement), r => Assert.Contains(r, known));
            var told = bundle.Entry.Select(e => e.Resource).Where(r => r is not (Patient or Provenance));
            Assert.All(told, r => Assert.Contains(r!.Meta!.Security, s => s.Code == "PATRPT"));
        }
    }

    private static IEnumerable<string> ReferencesIn(JsonElement part) =>
        part.ValueKind switch
        {
            JsonValueKind.Object => part.EnumerateObject()
                .SelectMany(p =>
                    p is { Name: "reference", Value.ValueKind: JsonValueKind.String }
                        ? [p.Value.GetString()!]
                        : ReferencesIn(p.Value)
                ),
            JsonValueKind.Array => part.EnumerateArray().SelectMany(ReferencesIn),
            _ => [],
        };

    private static CodeableConcept CodeOf(Resource resource) =>
        resource switch
        {
            MedicationStatement m => (CodeableConcept)m.Medication!,
            AllergyIntolerance a => a.Code!,
            _ => ((Condition)resource).Code!,
        };

    private static Composition.SectionComponent? SectionOf(Bundle bundle, string code) =>
        ((Composition)bundle.Entry[0].Resource!).Section.SingleOrDefault(s => s.Code!.Coding[0].Code == code);

    private static string TextOf(Bundle bundle, string code) => SectionOf(bundle, code)!.Text!.Div!;

    private static Resource ResourceOf(Bundle bundle, ResourceReference entry) =>
        bundle.Entry.Single(e => e.FullUrl == entry.Reference).Resource!;

    private static async Task<Bundle> BundleAsync(Journal journal, IReadOnlySet<SummaryArea>? areas = null)
    {
        using var to = new MemoryStream();
        await IpsExport.WriteAsync(
            journal,
            Content,
            new Words(Content, "en"),
            areas ?? SummaryAreas.All.ToHashSet(),
            to
        );
        return Assert.IsType<Bundle>(JsonSerializer.Deserialize<Resource>(to.ToArray(), Strict));
    }

    private static Task<JournalStore> StoreAsync() =>
        JournalStore.OpenAsync(
            JournalPlace.InFolder(Directory.CreateTempSubdirectory("inomya-test-").FullName),
            new FakeClock(Instant.FromUtc(2026, 11, 22, 12, 0))
        );

    private static async Task<Journal> EmptyAsync()
    {
        var store = await StoreAsync();
        return await store.OfAsync((await store.AddPersonAsync("", "Europe/Madrid")).Id);
    }

    /// <summary>Something for each section.</summary>
    private static async Task<Journal> FullAsync()
    {
        var journal = await EmptyAsync();
        var (taken, over) = (new Treatment { Name = "Duloxetine" }, new Treatment { Name = "Tramadol" });
        await journal.RecordAsync(
            new Draft("checkin")
                .Add(taken)
                .Add(over)
                .Add(new Course { TreatmentId = taken.Id, Start = Day })
                .Add(
                    new Course
                    {
                        TreatmentId = over.Id,
                        Start = Day.PlusDays(-90),
                        End = Day.PlusDays(-60),
                    }
                )
                .Add(new Allergy { Name = "Penicillin", Reaction = "rash" })
                .Add(new HistoryItem { Kind = HistoryKind.Condition, Text = "Asthma" })
                .Add(
                    new HistoryItem
                    {
                        Kind = HistoryKind.Condition,
                        Text = "Gout",
                        Until = "2020",
                    }
                )
                .Add(new HistoryItem { Kind = HistoryKind.Worse, Text = "Cold rain" })
                .Add(FerritinOf(11, Day.PlusDays(-30)))
                .Add(FerritinOf(60, Day))
                .Add(EntryOf("blood_pressure_systolic", 128))
                .Add(EntryOf("blood_pressure_diastolic", 82))
                .Add(EntryOf("body_weight", 71.5))
                .Add(
                    new Response
                    {
                        Instrument = "peg",
                        Version = "1.0.0",
                        Day = Day,
                        Completed = true,
                        Json = "{}",
                        Scores = """{"PEG":{"PEG":6.3}}""",
                        Source = "questionnaire",
                    }
                )
                .Add(
                    new Agreement
                    {
                        AppointmentId = Guid.Empty,
                        Text = "Try the pool",
                        State = AgreementState.Open,
                        Day = Day,
                    }
                )
                .Add(
                    new MovementPlan
                    {
                        Day = Day,
                        BadDayMinutes = 8,
                        Sessions = 3,
                    }
                )
        );
        return journal;
    }

    private static LabResult FerritinOf(double value, LocalDate day) =>
        new()
        {
            Test = "Ferritin",
            Day = day,
            Value = value,
            Unit = "ug/L",
            Source = "manual",
        };

    private static Entry EntryOf(string measure, double value) =>
        new()
        {
            Measure = measure,
            Value = value,
            Day = Day,
            Source = "checkin",
        };
}
