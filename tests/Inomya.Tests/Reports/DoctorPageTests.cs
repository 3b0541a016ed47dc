using Inomya.Content;
using Inomya.Documents;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Tests.Documents;
using Inomya.Tests.Medicines;
using NodaTime;
using NodaTime.Testing;
using UglyToad.PdfPig;

namespace Inomya.Tests.Reports;

/// <summary>The doctor's page: two sheets whatever the journal holds, and every number of it from the record.</summary>
public class DoctorPageTests
{
    private static readonly Words English = new(Shelf.Content);
    private static readonly LocalDate Today = new(2026, 11, 22);

    private static Task<Journal> NewAsync() => Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));

    private static Entry Rated(string measure, double value, LocalDate day) =>
        new()
        {
            Measure = measure,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = day,
            Source = "checkin",
        };

    private static async Task<ReportDocument> DoctorAsync(
        Journal journal,
        LocalDate? from = null,
        LocalDate? to = null
    ) => ReportWriter.Write(Shelf.Reports, English, await ReportJournal.SourceAsync(journal, from, to), "doctor");

    private static IReadOnlyList<string> Row(ReportDocument report, string begins) =>
        report
            .Sections.Single(s => s.Id == "since")
            .Blocks.OfType<TableBlock>()
            .Single()
            .Rows.Single(r => r[0].StartsWith(begins, StringComparison.Ordinal));

    /// <summary>Pain by days ago.</summary>
    private static async Task<Journal> PainAsync(int days, Func<int, double> pain, params Recorded[] facts)
    {
        var journal = await NewAsync();
        var draft = new Draft("checkin");
        for (var ago = 0; ago < days; ago++)
            if (!double.IsNaN(pain(ago)))
                draft.Add(Rated("pain", pain(ago), Today.PlusDays(-ago)));
        foreach (var fact in facts)
            draft.Add(fact);
        await journal.RecordAsync(draft);
        return journal;
    }

    [Theory]
    [InlineData(100, "14 Aug 2026")]
    [InlineData(14, "8 Nov 2026")]
    [InlineData(13, "25 Aug 2026")] // that is the visit being talked about: the last 90 days
    [InlineData(-3, "25 Aug 2026")] // it is yet to come
    [InlineData(400, "25 Aug 2026")] // before the record begins
    public async Task It_is_about_the_days_since_the_last_visit_else_the_last_ninety(int daysAgo, string from)
    {
        var visit = new Appointment { With = "Dr Vega", Day = Today.PlusDays(-daysAgo) };
        var report = await DoctorAsync(await PainAsync(300, _ => 5, visit));
        Assert.Contains($"{from} to 22 Nov 2026", report.Period, StringComparison.Ordinal);
        Assert.Equal(daysAgo is 100 or 14, report.Period.StartsWith("Since the visit noted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_many_days_before_stand_beside_the_days_since()
    {
        // 20 days since, of which two are not recorded; 20 before; older days count in neither
        var report = await DoctorAsync(
            await PainAsync(
                200,
                ago =>
                    ago is 3 or 7 ? double.NaN
                    : ago < 20 ? (ago % 2 == 0 ? 2 : 8)
                    : ago < 40 ? 7
                    : 0,
                new Appointment { With = "x", Day = Today.PlusDays(-19) }
            )
        );
        // ten days of 2 and eight of 8
        Assert.Equal(
            ["Pain (0-10), average; lower is better", "7 (20 days)", "4.7 (18 days)", "better: 2.3 lower"],
            Row(report, "Pain (0-10), average")
        );
        Assert.Equal(["Pain, worst day (highest)", "7", "8", ""], Row(report, "Pain, worst"));
        Assert.Equal("20 of 20 days (100 %)", Row(report, "Days with pain")[1]);
        Assert.Equal("8 of 18 days (44 %)", Row(report, "Days with pain")[2]);
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public async Task Too_few_days_are_not_compared(int recorded, bool tooFew)
    {
        var report = await DoctorAsync(
            await PainAsync(
                200,
                ago =>
                    ago < 60 && ago >= recorded ? double.NaN
                    : ago < 60 ? 2
                    : 8,
                new Appointment { With = "x", Day = Today.PlusDays(-59) }
            )
        );
        Assert.Equal(tooFew, Row(report, "Pain (0-10), average")[3].StartsWith("under 14", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_not_recorded_is_not_zero()
    {
        var report = await DoctorAsync(await PainAsync(60, ago => ago < 60 ? 5 : double.NaN));
        Assert.Equal("not recorded", Row(report, "Pain (0-10), average")[1]);
        Assert.Equal("none noted", Row(report, "Flares")[2]);
        Assert.Equal("none noted", Row(report, "Work lost")[2]);
        Assert.DoesNotContain(report.Sections, s => s.Id == "years"); // there is no more than these days
    }

    [Fact]
    public async Task Days_that_were_asked_for_are_all_it_tells_of()
    {
        var report = await DoctorAsync(await PainAsync(300, _ => 5), Today.PlusDays(-20), Today.PlusDays(-5));
        Assert.StartsWith("2 Nov 2026 to 17 Nov 2026", report.Period, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Sections, s => s.Id == "years");
    }

    [Fact]
    public async Task The_numbers_are_those_of_the_table_of_days()
    {
        var source = await ReportJournal.SourceAsync(await ReportJournal.MakeAsync());
        var report = ReportWriter.Write(Shelf.Reports, English, source, "doctor");
        var pain = source.Series!.Find("pain")!.Values;
        var since = pain[^71..].Where(v => !double.IsNaN(v)).ToArray();
        Assert.Equal(
            $"{English.Number(since.Average())} ({since.Length} days)",
            Row(report, "Pain (0-10), average")[2]
        );
        Assert.Equal(English.Number(since.Max()), Row(report, "Pain, worst")[2]);
        var high = since.Count(v => v >= 7);
        Assert.StartsWith($"{high} of {since.Length} days", Row(report, "Days with pain")[2], StringComparison.Ordinal);
        var picture = report.Sections.Single(s => s.Id == "picture").Blocks.OfType<CourseBlock>().Single();
        Assert.Equal(pain[^71..], picture.Values);
    }

    [Fact]
    public async Task An_empty_journal_has_none() =>
        Assert.Null(await ReportSource.ReadAsync(await NewAsync(), Shelf.Reports, English, null, null));

    [Fact]
    public async Task A_journal_with_nothing_but_a_note_has_its_page()
    {
        var journal = await NewAsync();
        await journal.RecordAsync(
            new Draft("note").Add(
                new Note
                {
                    Day = Today,
                    Text = "x",
                    Source = "checkin",
                }
            )
        );
        if (await ReportSource.ReadAsync(journal, Shelf.Reports, English, null, null) is not { } source)
            return; // nothing recorded on a day
        var report = ReportWriter.Write(Shelf.Reports, English, source, "doctor");
        Assert.NotEmpty(PdfReport.Write(report, English));
    }

    [Fact]
    public async Task Eighty_years_and_a_houseful_of_medicines_are_two_pages()
    {
        var journal = await NewAsync();
        var draft = new Draft("checkin");
        for (var ago = 0; ago < 80 * 365; ago += 3)
            draft
                .Add(Rated("pain", 3 + ago % 7, Today.PlusDays(-ago)))
                .Add(Rated("function", ago % 9, Today.PlusDays(-ago)));
        var long200 = string.Join(' ', Enumerable.Repeat("long word", 40)) + new string('x', 200);
        for (var i = 0; i < 30; i++)
        {
            var treatment = new Treatment { Name = $"{i} {long200}" };
            draft.Add(treatment);
            draft.Add(
                new Course
                {
                    TreatmentId = treatment.Id,
                    Start = Today.PlusDays(-60 - i),
                    Schedule = new()
                    {
                        FirstDose = 10,
                        Unit = "mg",
                        AsNeeded = i > 7,
                    },
                }
            );
            if (i < 12) // every one of them is told, however many
                draft.Add(new Allergy { Name = $"{i} {long200}", Reaction = long200 });
            draft.Add(new HistoryItem { Kind = HistoryKind.Condition, Text = $"{i} {long200}" });
            draft.Add(
                new LabResult
                {
                    Test = $"{i} {long200}",
                    Day = Today,
                    Value = 1,
                    RangeLow = 2,
                    Source = "typed",
                }
            );
        }
        await journal.RecordAsync(draft);
        var report = await DoctorAsync(journal);
        using var file = PdfDocument.Open(PdfReport.Write(report, English));
        Assert.Equal(2, file.NumberOfPages);
        Assert.Empty(PdfReading.Overprinted(file));
        Assert.Empty(PdfReading.OffThePaper(file));
    }
}
