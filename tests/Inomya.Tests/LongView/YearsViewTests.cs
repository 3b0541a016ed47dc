using Inomya.Content;
using Inomya.Journals;
using Inomya.LongView;
using Inomya.Questionnaires;
using Inomya.Series;
using Inomya.Story;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.LongView;

/// <summary>Months and years as they were recorded: gaps stay gaps, and nothing is said that the findings do not say.</summary>
public class YearsViewTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly MeasureCatalogue Catalogue = new(Shelf.Content);
    private static readonly Instruments Forms = new(Shelf.Content);

    private static Entry Pain(LocalDate day, double value) =>
        new()
        {
            Measure = "pain",
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = day,
            Source = "checkin",
        };

    private static async Task<Journal> JournalAsync(params IEnumerable<Recorded> facts)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var draft = new Draft("checkin");
        foreach (var fact in facts)
            draft.Add(fact);
        if (!draft.IsEmpty)
            await journal.RecordAsync(draft);
        return journal;
    }

    private static Task<YearsView?> ViewAsync(Journal journal) => YearsView.ReadAsync(journal, Catalogue, Forms);

    private static LongColumn ColumnOf(LocalDate first, params double[] values) =>
        LongColumn.Of(
            new DayColumn(new ColumnName("pain"), null, values),
            Inomya.Analysis.CountedDays.Of(values, null, true),
            first
        );

    [Fact]
    public void An_average_of_a_month_is_of_its_recorded_days_and_says_how_many()
    {
        double[] values = [2, double.NaN, 4, .. Enumerable.Repeat(double.NaN, 28), 9];
        var column = ColumnOf(new LocalDate(2026, 1, 30), values);
        Assert.Equal(
            [(new LocalDate(2026, 1, 1), 1, 2), (new LocalDate(2026, 2, 1), 1, 4), (new LocalDate(2026, 3, 1), 1, 9)],
            column.Months.Select(m => (m.Month, m.Recorded, m.Mean))
        );
    }

    [Fact]
    public void A_month_without_a_record_is_a_gap()
    {
        double[] values = [.. Enumerable.Repeat(3.0, 31), .. Enumerable.Repeat(double.NaN, 28), 5];
        var column = ColumnOf(new LocalDate(2026, 1, 1), values);
        Assert.Equal((0, double.NaN), (column.Months[1].Recorded, column.Months[1].Mean));
        Assert.Equal([1, 1], column.Pieces.Select(p => p.Count));
    }

    [Fact]
    public async Task An_empty_journal_has_no_long_view() => Assert.Null(await ViewAsync(await JournalAsync()));

    [Fact]
    public async Task A_journal_of_eighty_years_has_each_of_its_months()
    {
        var days = Enumerable.Range(0, 80 * 12).Select(i => Today.PlusMonths(-i));
        var view = (await ViewAsync(await JournalAsync(days.Select(d => Pain(d, 4)))))!;
        Assert.Equal(80 * 12, view.Columns[0].Months.Count);
        Assert.All(view.Columns[0].Months, m => Assert.Equal((1, 4), (m.Recorded, m.Mean)));
    }

    [Fact]
    public async Task What_was_begun_and_ended_stands_on_its_day_and_returns_on_its_anniversary()
    {
        var treatment = new Treatment { Name = "Tai chi", Kind = TreatmentKind.Exercise };
        var view = (
            await ViewAsync(
                await JournalAsync(
                    Pain(Today, 4),
                    treatment,
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = new LocalDate(2024, 11, 25),
                        End = new LocalDate(2025, 6, 1),
                    }
                )
            )
        )!;
        Assert.Equal(
            [(new LocalDate(2024, 11, 25), LongEventKind.Began), (new LocalDate(2025, 6, 1), LongEventKind.Ended)],
            view.Events.Select(e => (e.Day, e.Kind))
        );
        var anniversary = Assert.Single(view.Anniversaries);
        Assert.Equal((LongEventKind.Began, 2), (anniversary.Of.Kind, anniversary.Years));
    }

    [Theory]
    [InlineData("2025-12-30", "2027-01-02", 1)]
    [InlineData("2024-02-29", "2026-02-28", 2)]
    [InlineData("2026-11-22", "2026-11-22", null)]
    [InlineData("2025-11-01", "2026-11-22", null)]
    public void An_anniversary_is_a_whole_number_of_years_ago_to_within_a_week(string day, string today, int? years)
    {
        var began = new LongEvent(Read(day), LongEventKind.Began, "x");
        Assert.Equal(years, Anniversary.About(Read(today), [began]).Select(a => (int?)a.Years).SingleOrDefault());

        static LocalDate Read(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
    }

    [Fact]
    public async Task Two_years_ago_is_told_from_its_own_days_beside_the_last_ones()
    {
        var then = Today.PlusYears(-2);
        var view = (
            await ViewAsync(
                await JournalAsync(
                    Pain(then, 8),
                    Pain(then.PlusDays(3), 6),
                    Pain(then.PlusDays(40), 1),
                    Pain(Today, 3),
                    new Note
                    {
                        Day = then.PlusDays(1),
                        Text = "rain",
                        Source = "checkin",
                    },
                    new Note
                    {
                        Day = then.PlusDays(20),
                        Text = "later",
                        Source = "checkin",
                    }
                )
            )
        )!;
        var row = view.Back!.Rows[0];
        Assert.Equal((2, 7.0), (row.Then!.Recorded, row.Then.Mean));
        Assert.Equal((1, 3.0), (row.Now!.Recorded, row.Now.Mean));
        Assert.Equal(["rain"], view.Back.Notes.Select(n => n.Text));
    }

    [Fact]
    public async Task Where_nothing_was_recorded_two_years_ago_nothing_is_told() =>
        Assert.Null((await ViewAsync(await JournalAsync(Pain(Today, 3))))!.Back);

    [Fact]
    public async Task What_changed_is_what_the_findings_say_and_no_more()
    {
        var journal = await JournalAsync(
            Enumerable.Range(0, 300).Select(i => Pain(Today.PlusDays(-i), i < 150 ? 3 : 7))
        );
        var change = Assert.Single((await ViewAsync(journal))!.Story.Findings.Changes);
        // the last 150 days are the better ones
        Assert.InRange(Period.DaysBetween(new LocalDate(1970, 1, 1).PlusDays(change.Day), Today), 140, 160);
        Assert.Equal(-4, change.Jump, 0);
        var steady = await JournalAsync(Enumerable.Range(0, 300).Select(i => Pain(Today.PlusDays(-i), 3 + (i % 3))));
        Assert.Empty((await ViewAsync(steady))!.Story.Findings.Changes);
    }

    private static Entry Bad(LocalDate day) =>
        new()
        {
            Measure = "bad_day",
            Value = 1,
            Day = day,
            Unit = "1",
            Source = "checkin",
        };

    [Fact]
    public async Task A_day_ticked_as_bad_counts_in_its_month_as_the_findings_count_it()
    {
        var first = new LocalDate(2026, 10, 1);
        var rated = Enumerable.Range(0, 50).Where(i => i is not (35 or 40));
        var journal = await JournalAsync([
            .. rated.Select(i => Pain(first.PlusDays(i), 3 + (i % 4))),
            Bad(first.PlusDays(35)),
            Bad(first.PlusDays(40)),
        ]);
        var view = (await ViewAsync(journal))!;
        var (column, november) = (view.Columns[0], view.Columns[0].Months[1]);
        Assert.Equal((2, 19), (column.Counted.Ticked, november.Recorded));
        var alone = rated.Where(i => i >= 31).Average(i => 3.0 + (i % 4));
        Assert.True(november.Mean > alone + 0.1);
        Assert.Equal(
            view.Story.Findings.Counted(column.Column).Values.Skip(31).Where(v => !double.IsNaN(v)).Average(),
            november.Mean,
            12
        );
    }

    [Fact]
    public async Task The_last_thirty_days_are_thirty()
    {
        var then = Today.PlusYears(-2);
        var view = (
            await ViewAsync(
                await JournalAsync(Pain(then, 8), Pain(Today.PlusDays(-30), 9), Pain(Today.PlusDays(-29), 2))
            )
        )!;
        var now = view.Back!.Rows[0].Now!;
        Assert.Equal((1, 2.0), (now.Recorded, now.Mean));
    }

    [Fact]
    public void Each_fact_of_the_published_course_has_its_source_and_words_in_each_language()
    {
        var facts = CourseFacts.Read(Shelf.Content);
        Assert.NotEmpty(facts.Shown);
        foreach (var words in Words.Languages(Shelf.Content).Select(l => new Words(Shelf.Content, l)))
            Assert.All(facts.Shown, f => Assert.Equal(words.Language, words.LanguageOf($"course.fact.{f.Id}")));
        Assert.All(facts.Shown, f => Assert.NotNull(facts.Sources[f.Source].Address));
    }
}
