using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Journals;
using Inomya.Laboratory;
using NodaTime;
using NodaTime.Testing;
using Instant = NodaTime.Instant;
using Task = System.Threading.Tasks.Task;

namespace Inomya.Fhir.Tests;

/// <summary>What we write is FHIR by the judgement of another program, and comes back as it was.</summary>
public class FhirExportTests
{
    private static readonly ContentFolder Content = new();
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly LocalDate Day = new(2026, 11, 20);

    private static readonly JsonSerializerOptions Strict = new JsonSerializerOptions()
        .ForFhir(ModelInfo.ModelInspector)
        .UsingMode(DeserializationMode.Strict);

    private static readonly Lazy<Task<(Journal Journal, Bundle Bundle)>> Demo = new(async () =>
    {
        var journal = await DemoPerson.CreateAsync(await StoreAsync(), Content, "Europe/Madrid");
        return (journal, await BundleAsync(journal));
    });

    [Fact]
    public async Task The_demo_person_passes_the_validator_of_Firely_without_an_error()
    {
        var (_, bundle) = await Demo.Value;
        Valid(bundle);
        Assert.True(bundle.Entry.Count > 5_000);
    }

    [Fact]
    public async Task Whatever_stands_in_a_journal_is_valid()
    {
        var bundle = await BundleAsync(await OddAsync());
        Valid(bundle);
        foreach (
            var type in (string[])
                [
                    "Patient",
                    "Observation",
                    "DiagnosticReport",
                    "MedicationStatement",
                    "Condition",
                    "AllergyIntolerance",
                    "CarePlan",
                    "Goal",
                    "Provenance",
                ]
        )
            Assert.Contains(bundle.Entry, e => e.Resource!.TypeName == type);
    }

    [Fact]
    public async Task Every_reference_is_to_something_in_the_file_and_every_address_is_there_once()
    {
        var (_, bundle) = await Demo.Value;
        var addresses = bundle.Entry.Select(e => e.FullUrl).ToList();
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        var known = addresses.ToHashSet();
        var references = bundle.Entry.SelectMany(e => ReferencesIn(e.Resource!)).ToList();
        Assert.NotEmpty(references);
        Assert.Empty(references.Where(r => !known.Contains(r)).Distinct());
    }

    [Fact]
    public async Task Everything_says_that_the_patient_told_it()
    {
        var (_, bundle) = await Demo.Value;
        var told = bundle.Entry.Select(e => e.Resource).Where(r => r is not (Patient or Provenance)).ToList();
        Assert.All(told, r => Assert.Contains(r!.Meta!.Security, s => s.Code == "PATRPT"));
        var targets = bundle
            .Entry.Select(e => e.Resource)
            .OfType<Provenance>()
            .SelectMany(p => p.Target)
            .Select(t => t.Reference)
            .ToHashSet();
        Assert.Empty(bundle.Entry.Where(e => told.Contains(e.Resource)).Select(e => e.FullUrl).Except(targets));
    }

    [Fact]
    public async Task Codes_of_LOINC_stand_only_where_content_says_that_they_were_looked_up()
    {
        var (_, bundle) = await Demo.Value;
        var verified = new MeasureCatalogue(Content)
            .Measures.SelectMany(m => m.Codes)
            .Where(c => c is { Verified: true, System: "loinc" })
            .Select(c => c.Code)
            .ToHashSet();
        var used = bundle
            .Entry.Select(e => e.Resource)
            .OfType<Observation>()
            .Where(o => !o.Category.Exists(c => c.Coding.Exists(k => k.Code == "laboratory")))
            .SelectMany(o => o.Code.Coding)
            .Where(c => c.System == "http://loinc.org")
            .Select(c => c.Code)
            .ToHashSet();
        Assert.Contains("72514-3", used);
        Assert.Empty(used.Except(verified));
    }

    [Fact]
    public async Task Laboratory_results_come_back_as_they_were()
    {
        foreach (var journal in new[] { (await Demo.Value).Journal, await OddAsync() })
        {
            var before = await journal.AllAsync<LabResult>();
            Assert.NotEmpty(before);
            var read = await ReadAsync(journal);
            Assert.Empty(read.Refused);
            Assert.Equal(before.Select(Plain).Order(), read.Facts.OfType<LabResult>().Select(Plain).Order());
            var again = await journal.ImportAsync(read.Facts);
            Assert.Equal((0, before.Count, 0), (again.Added, again.Same, again.Changed));
        }
    }

    [Fact]
    public async Task A_missing_value_is_not_written_and_a_zero_is()
    {
        var journal = await EmptyAsync();
        await journal.RecordAsync(
            new Draft("checkin").Add(EntryOf("pain", 0) with { ScaleLow = 0, ScaleTop = 10, Unit = "{score}" })
        );
        var pain = Assert.Single((await BundleAsync(journal)).Entry.Select(e => e.Resource).OfType<Observation>());
        Assert.Equal(0m, Assert.IsType<Quantity>(pain.Value).Value);
        Assert.Equal("0-10", pain.Method!.Text);
        Assert.Equal("2026-11-20", Assert.IsType<FhirDateTime>(pain.Effective).Value);
    }

    [Fact]
    public async Task A_plan_of_movement_is_a_plan_with_its_goal_and_an_agreement_is_part_of_one()
    {
        var entries = (await BundleAsync(await OddAsync())).Entry;
        var goal = entries.Single(e => e.Resource is Goal);
        var plan = Assert.Single(entries.Select(e => e.Resource).OfType<CarePlan>(), p => p.Goal.Count > 0);
        Assert.Equal(goal.FullUrl, plan.Goal[0].Reference);
        Assert.Equal(
            "Walking and the like: 3 times a week, 8.5 minutes in one go on a bad day",
            plan.Activity[0].Detail!.Description
        );
        var agreed = Assert.Single(entries.Select(e => e.Resource).OfType<CarePlan>(), p =>
            p.Title == "What was agreed"
        );
        var detail = Assert.Single(agreed.Activity).Detail!;
        Assert.Equal(("Try the pool", CarePlan.CarePlanActivityStatus.Cancelled), (detail.Description, detail.Status));
    }

    private static void Valid(Bundle bundle)
    {
        // a resource at a time, as the validator would take all others again for each reference within a bundle
        foreach (var sample in bundle.Entry.GroupBy(e => ShapeOf(e.Resource!)).SelectMany(g => g.Take(20)))
            FirelyJudge.Accepts(sample.Resource!);
    }

    private static string ShapeOf(Resource resource) =>
        resource is Observation o
            ? $"{o.TypeName} {o.Value?.TypeName} {o.Effective?.TypeName} {o.Code!.Text} {o.Category[0].Coding[0].Code}"
            : resource.TypeName;

    private static IEnumerable<string> ReferencesIn(Base part) =>
        part is ResourceReference { Reference: { } reference }
            ? [reference]
            : part.EnumerateElements().SelectMany(e => PartsOf(e.Value)).SelectMany(ReferencesIn);

    private static IEnumerable<Base> PartsOf(object value) =>
        value switch
        {
            Base one => [one],
            System.Collections.IEnumerable many and not string => many.OfType<Base>(),
            _ => [],
        };

    private static string Plain(LabResult r) =>
        $"{r.Id} {r.Test} {r.Loinc} {r.Day} {r.Value:R} {r.Comparator} {r.Text} {r.IsPreliminary} {r.Unit} {r.RangeLow:R} {r.RangeHigh:R} {r.Lab} {r.Source}";

    private static async Task<Inomya.Importing.ImportReading> ReadAsync(Journal journal)
    {
        using var file = new MemoryStream(await BytesAsync(journal));
        return LabResources.Read(file, new LabTests(Content), journal.DateOnTheWall, journal.Days);
    }

    private static async Task<Bundle> BundleAsync(Journal journal) =>
        Assert.IsType<Bundle>(JsonSerializer.Deserialize<Resource>(await BytesAsync(journal), Strict));

    private static async Task<byte[]> BytesAsync(Journal journal)
    {
        using var to = new MemoryStream();
        await FhirExport.WriteAsync(journal, Content, new Words(Content, "en"), to);
        return to.ToArray();
    }

    private static Task<JournalStore> StoreAsync() =>
        JournalStore.OpenAsync(
            JournalPlace.InFolder(Directory.CreateTempSubdirectory("inomya-test-").FullName),
            new FakeClock(Noon)
        );

    private static async Task<Journal> EmptyAsync()
    {
        var store = await StoreAsync();
        return await store.OfAsync((await store.AddPersonAsync("", "America/St_Johns")).Id);
    }

    /// <summary>What people can type, and what FHIR does not have.</summary>
    private static async Task<Journal> OddAsync()
    {
        var journal = await EmptyAsync();
        var (treatment, course) = (new Treatment { Name = "Duloxetine", Purpose = " " }, Guid.CreateVersion7());
        await journal.RecordAsync(
            new Draft("checkin")
                .Add(EntryOf("pain", 1e308))
                .Add(EntryOf("pain", double.Epsilon))
                .Add(EntryOf("own_\u0001", 3) with { Unit = "not a unit" })
                .Add(EntryOf("own_x y", 3.25) with { At = Noon, Region = "neck" })
                .Add(EntryOf("weird", 0) with { Value = null, Text = "\u0001" })
                .Add(EntryOf("words", 0) with { Value = null, Text = "a\u0002b \U0001F600" })
                .Add(treatment)
                .Add(CourseOf(treatment, course))
                .Add(
                    new HistoryItem
                    {
                        Kind = HistoryKind.Condition,
                        Text = "Asthma",
                        Since = "2019-03",
                        Until = "2020",
                    }
                )
                .Add(
                    new HistoryItem
                    {
                        Kind = HistoryKind.Condition,
                        Text = "Gout",
                        Since = "as a child",
                    }
                )
                .Add(new Allergy { Name = "Penicillin", Reaction = "" })
                .Add(new FlarePlan { EarlySigns = "stiff", SeekCare = "fever" })
                .Add(
                    new MovementPlan
                    {
                        Day = Day,
                        BadDayMinutes = 8.5,
                        Sessions = 3,
                    }
                )
                .Add(AgreedOf("Try the pool", AgreementState.Dropped))
                .Add(AgreedOf("\u0001", AgreementState.Open))
                .Add(new Flare { Start = Day, End = Day.PlusDays(-3) })
                .Add(
                    LabOf("Ferritin") with
                    {
                        Loinc = "2276-4",
                        Value = 42.5,
                        Unit = "ug/L",
                        RangeLow = 13,
                        RangeHigh = 150,
                    }
                )
                .Add(LabOf("crp") with { Value = 0.3, Comparator = "<", Unit = "mg/L", Lab = "Lab One" })
                .Add(LabOf("ANA") with { Text = "negative", Lab = "Lab One", IsPreliminary = true })
                .Add(LabOf("Odd (urine)") with { Value = 3, Unit = "drops", Source = "lab-csv" })
        );
        return journal;
    }

    private static Agreement AgreedOf(string text, AgreementState state) =>
        new()
        {
            AppointmentId = Guid.Empty,
            Text = text,
            State = state,
            Day = Day,
        };

    private static Course CourseOf(Treatment treatment, Guid id) =>
        new()
        {
            Id = id,
            TreatmentId = treatment.Id,
            Start = Day,
            Schedule = new DoseSchedule
            {
                FirstDose = 60,
                Unit = "mg",
                TimesPerDay = 2,
            },
        };

    private static LabResult LabOf(string test) =>
        new()
        {
            Test = test,
            Day = Day,
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
