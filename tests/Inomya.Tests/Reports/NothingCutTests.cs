using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Tests.Medicines;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Reports;

/// <summary>Two sheets are no reason to leave out what a doctor must know.</summary>
public class NothingCutTests
{
    private static readonly Words English = new(Shelf.Content);
    private static readonly LocalDate Today = new(2026, 11, 22);

    private static Task<Journal> NewAsync() => Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));

    private static Entry Rated(string measure, double value, int ago) =>
        new()
        {
            Measure = measure,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = Today.PlusDays(-ago),
            Source = "checkin",
        };

    private static Draft Diary(int from, int to, Func<int, double> pain)
    {
        var draft = new Draft("checkin");
        for (var ago = from; ago >= to; ago--)
            draft.Add(Rated("pain", pain(ago), ago));
        return draft;
    }

    private static Draft Taking(string name, int since, int? until = null)
    {
        var treatment = new Treatment { Name = name };
        return new Draft("medicine")
            .Add(treatment)
            .Add(
                new Course
                {
                    TreatmentId = treatment.Id,
                    Start = Today.PlusDays(-since),
                    End = until is { } days ? Today.PlusDays(days) : null,
                }
            );
    }

    private static async Task<ReportDocument> ReportAsync(Journal journal, string audience = "doctor") =>
        ReportWriter.Write(Shelf.Reports, English, await ReportJournal.SourceAsync(journal), audience);

    private static string Section(ReportDocument report, string id) =>
        ReportText.Of(report with { Sections = [.. report.Sections.Where(s => s.Id == id)] });

    [Fact]
    public async Task Every_allergy_is_told_with_its_reaction_however_many_and_long()
    {
        var journal = await NewAsync();
        var draft = Diary(40, 0, _ => 5);
        for (var i = 1; i <= 12; i++)
            draft.Add(new Allergy { Name = $"Substance {i} {new string('x', 100)}", Reaction = $"reaction {i}" });
        await journal.RecordAsync(draft);
        var who = Section(await ReportAsync(journal), "who");
        for (var i = 1; i <= 12; i++)
        {
            Assert.Contains($"Substance {i} ", who, StringComparison.Ordinal);
            Assert.Contains($"(reaction {i})", who, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whatever_cannot_wait_in_the_medicine_check_is_told_whole()
    {
        var journal = await NewAsync();
        await journal.RecordAsync(Diary(40, 0, _ => 5));
        foreach (
            var name in new[]
            {
                "tramadol",
                "sertraline",
                "diazepam",
                "oxycodone",
                "linezolid",
                "warfarin",
                "ibuprofen",
            }
        )
            await journal.RecordAsync(Taking(name, since: 30));
        var source = await ReportJournal.SourceAsync(journal);
        var pressing = source.Checked.Where(f => f.Severity >= Inomya.Medicines.Severity.Serious).ToList();
        Assert.True(pressing.Count > 3, "More than there is room for.");
        var check = Section(await ReportAsync(journal), "check");
        var words = new Inomya.Medicines.MedicineCheckWords(Shelf.Catalogue, English);
        Assert.All(pressing, f => Assert.Contains(words.Text(f), check, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_result_that_must_be_seen_stands_first_whatever_lies_after_it()
    {
        var journal = await NewAsync();
        var draft = Diary(40, 0, _ => 5);
        draft.Add(Result("potassium", "2823-3", 7.1, "mmol/L", 3.5, 5.1, ago: 2));
        for (var i = 0; i < 9; i++)
            draft.Add(Result($"test {i}", null, 100, "mg/dL", 10, 50, ago: 0));
        await journal.RecordAsync(draft);
        var lines = Section(await ReportAsync(journal), "laboratory").Split('\n');
        Assert.StartsWith("- Needs to be seen", lines.First(l => l.StartsWith('-')), StringComparison.Ordinal);
        Assert.Contains("7.1", lines.First(l => l.StartsWith('-')), StringComparison.Ordinal);
    }

    private static LabResult Result(
        string test,
        string? loinc,
        double value,
        string unit,
        double low,
        double high,
        int ago
    ) =>
        new()
        {
            Test = test,
            Loinc = loinc,
            Day = Today.PlusDays(-ago),
            Value = value,
            Unit = unit,
            RangeLow = low,
            RangeHigh = high,
            Source = "typed",
        };

    [Fact]
    public async Task What_is_taken_until_a_day_to_come_is_still_taken()
    {
        var journal = await NewAsync();
        await journal.RecordAsync(Diary(40, 0, _ => 5));
        await journal.RecordAsync(Taking("prednisone", since: 39, until: 5));
        for (var i = 1; i <= 12; i++)
            await journal.RecordAsync(Taking($"medicine {i}", since: 20));
        Assert.Contains("prednisone", Section(await ReportAsync(journal), "medicines"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_no_diary_for_weeks_has_the_medicines_of_today_on_the_page()
    {
        var journal = await NewAsync();
        await journal.RecordAsync(Diary(120, 60, _ => 5));
        await journal.RecordAsync(Taking("duloxetine", since: 10));
        Assert.Contains("duloxetine", Section(await ReportAsync(journal), "medicines"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor"), InlineData("pharmacist")]
    public async Task Who_never_wrote_a_diary_has_a_page_with_medicines_and_allergies(string audience)
    {
        var journal = await NewAsync();
        await journal.RecordAsync(Taking("duloxetine", since: 10));
        await journal.RecordAsync(new Draft("allergy").Add(new Allergy { Name = "Penicillin" }));
        var text = ReportText.Of(await ReportAsync(journal, audience));
        Assert.Contains("duloxetine", text, StringComparison.Ordinal);
        Assert.Contains("Penicillin", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flares_of_the_long_view_are_those_of_its_days()
    {
        var journal = await NewAsync();
        var draft = Diary(1500, 0, ago => 4 + (ago % 3));
        foreach (var ago in new[] { 1400, 1300, 1200, 400, 40 })
            draft.Add(new Flare { Start = Today.PlusDays(-ago), End = Today.PlusDays(3 - ago) });
        await journal.RecordAsync(draft);
        var years = Section(await ReportAsync(journal), "years");
        Assert.Contains("2 flares", years, StringComparison.Ordinal);
        Assert.DoesNotContain("5 flares", years, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor"), InlineData("physiotherapist"), InlineData("family")]
    public async Task A_private_outcome_is_told_only_when_it_was_asked_for(string audience)
    {
        var journal = await NewAsync();
        var draft = Diary(60, 0, _ => 5);
        for (var ago = 60; ago >= 0; ago--)
            draft.Add(Rated("mood", 3 + (ago % 3), ago));
        await journal.RecordAsync(draft);
        await journal.SetAsync(JournalFindings.OutcomeSetting, "mood");
        Assert.DoesNotContain(
            English["measure.mood"],
            ReportText.Of(await ReportAsync(journal, audience)),
            StringComparison.OrdinalIgnoreCase
        );
    }
}
