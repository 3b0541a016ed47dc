using Inomya.Content;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Tests.Medicines;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Reports;

/// <summary>Which days, courses and flares a report is about: its first and last day are.</summary>
public class ReportLimitsTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly LocalDate From = Today.PlusDays(-50),
        To = Today.PlusDays(-11);

    private static async Task<Journal> JournalAsync(int lastDaysAgo = 0, params Recorded[] facts)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));
        var draft = new Draft("checkin");
        for (var ago = lastDaysAgo; ago < lastDaysAgo + 100; ago++)
            draft.Add(
                new Entry
                {
                    Measure = "pain",
                    Value =
                        ago < lastDaysAgo + 15 ? 2
                        : ago < lastDaysAgo + 30 ? 4
                        : 6,
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Unit = "{score}",
                    Day = Today.PlusDays(-ago),
                    Source = "checkin",
                }
            );
        foreach (var fact in facts)
            draft.Add(fact);
        await journal.RecordAsync(draft);
        return journal;
    }

    private static string Section(ReportSource source, string id, string audience = "self")
    {
        var document = ReportWriter.Write(Shelf.Reports, new Words(Shelf.Content), source, audience);
        return ReportText.Of(document with { Sections = [.. document.Sections.Where(s => s.Id == id)] });
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 31)]
    public async Task A_report_goes_to_today_until_thirty_days_without_a_record_and_then_to_the_last_one(
        int lastDaysAgo,
        int endsDaysAgo
    )
    {
        var source = await ReportJournal.SourceAsync(await JournalAsync(lastDaysAgo));
        Assert.Equal(Today.PlusDays(-endsDaysAgo), source.To);
        Assert.Equal(Today.PlusDays(-lastDaysAgo - 99), source.From);
    }

    [Fact]
    public async Task Both_ends_are_days_of_the_report()
    {
        var source = await ReportJournal.SourceAsync(await JournalAsync(), From, To);
        Assert.Equal((40, 40), (source.Days, source.DaysRecorded));
        Assert.Null(
            await ReportSource.ReadAsync(
                await JournalAsync(),
                Shelf.Reports,
                new Words(Shelf.Content),
                To,
                To.PlusDays(-1)
            )
        );
        Assert.Equal(1, (await ReportJournal.SourceAsync(await JournalAsync(), To, To)).Days);
    }

    [Fact]
    public async Task The_last_month_is_thirty_days()
    {
        var source = await ReportJournal.SourceAsync(await JournalAsync());
        // fifteen days of 2 and fifteen of 4: one day more or less moves the middle
        Assert.Contains("| 6 (4 to 6) | 3 (2 to 4) |", Section(source, "short"), StringComparison.Ordinal);
    }

    private static readonly Treatment Pill = new() { Name = "Cymbalta" };

    private static Course Taken(LocalDate start, LocalDate? end) =>
        new()
        {
            TreatmentId = Pill.Id,
            Start = start,
            End = end,
        };

    [Theory]
    [InlineData(-100, -51, false)]
    [InlineData(-100, -50, true)]
    [InlineData(-11, null, true)]
    [InlineData(-10, null, false)]
    [InlineData(-100, null, true)]
    public async Task A_course_is_told_when_a_day_of_it_is_a_day_of_the_report(int start, int? end, bool told)
    {
        var course = Taken(Today.PlusDays(start), end is { } days ? Today.PlusDays(days) : null);
        var source = await ReportJournal.SourceAsync(await JournalAsync(0, Pill, course), From, To);
        Assert.Equal(told, Section(source, "medicines").Contains("Cymbalta", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(IntakeStatus.Taken, "on 1 of 1 days")]
    [InlineData(IntakeStatus.Late, "on 1 of 1 days")]
    [InlineData(IntakeStatus.Extra, "on 1 of 1 days")]
    [InlineData(IntakeStatus.Skipped, "on 0 of 1 days")]
    public async Task A_skipped_day_is_not_taken_and_every_other_answer_is(IntakeStatus status, string said)
    {
        var course = Taken(Today.PlusDays(-90), null);
        Intake Of(LocalDate day) =>
            new()
            {
                TreatmentId = Pill.Id,
                CourseId = course.Id,
                Day = day,
                Status = status,
                Source = "checkin",
            };
        // the days beside the report are none of it
        var journal = await JournalAsync(0, Pill, course, Of(To), Of(To.PlusDays(1)), Of(From.PlusDays(-1)));
        var source = await ReportJournal.SourceAsync(journal, From, To);
        Assert.Contains(said, Section(source, "medicines"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_medicine_without_an_answer_nothing_is_said_to_be_taken()
    {
        var source = await ReportJournal.SourceAsync(await JournalAsync(0, Pill, Taken(From, null)), From, To);
        Assert.Contains("not recorded", Section(source, "medicines"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-60, -51, false)]
    [InlineData(-60, -50, true)]
    [InlineData(-11, -5, true)]
    [InlineData(-10, -5, false)]
    public async Task A_flare_is_told_when_a_day_of_it_is_a_day_of_the_report(int start, int end, bool told)
    {
        var flare = new Flare { Start = Today.PlusDays(start), End = Today.PlusDays(end) };
        var source = await ReportJournal.SourceAsync(await JournalAsync(0, flare), From, To);
        Assert.Equal(told, Section(source, "flares").Contains("1 flare", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "goes on")]
    [InlineData(-12, "not recorded")]
    public async Task A_flare_without_an_end_goes_on_and_one_without_a_rating_has_none(int? end, string said)
    {
        var flare = new Flare { Start = Today.PlusDays(-20), End = end is { } days ? Today.PlusDays(days) : null };
        var source = await ReportJournal.SourceAsync(await JournalAsync(0, flare), From, To);
        Assert.Contains(said, Section(source, "flares"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32, false)]
    [InlineData(33, true)]
    public async Task A_trend_is_told_from_33_days_on_and_before_it_says_how_many_are_missing(int days, bool told)
    {
        var first = Today.PlusDays(-45);
        var source = await ReportJournal.SourceAsync(await JournalAsync(), first, first.PlusDays(days - 1));
        Assert.Equal(told, Section(source, "short").Contains("in 30 days", StringComparison.Ordinal));
        Assert.DoesNotContain("No trend yet", Section(source, "short"), StringComparison.Ordinal);
        Assert.Equal(!told, Section(source, "findings").Contains("1 more are needed", StringComparison.Ordinal));
    }
}
