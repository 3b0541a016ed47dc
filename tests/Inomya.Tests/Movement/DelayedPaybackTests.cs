using CsCheck;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Movement;
using Inomya.Series;
using Inomya.Tests.Medicines;
using NodaTime;

namespace Inomya.Tests.Movement;

/// <summary>What came after a session: worse, as usual, or not known, at the limit itself and beside it.</summary>
public class DelayedPaybackTests
{
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);
    private static readonly MovementRules Rules = MovementRules.Read(Shelf.Content);
    private static readonly LocalDate Day = new(2026, 11, 10);

    private static Entry Entry(string measure, LocalDate day, double value) =>
        new()
        {
            Measure = measure,
            Day = day,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Source = "checkin",
        };

    /// <summary>Fourteen days of 4 before the session, then the days after.</summary>
    private static async Task<SessionAfter> AfterAsync(
        double?[] after,
        NextDay? said = null,
        int before = 14,
        double?[]? fatigue = null
    )
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var session = new MovementSession
        {
            Day = Day,
            Minutes = 10,
            Next = said,
        };
        var draft = new Draft("edit").Add(session);
        for (var ago = 1; ago <= before; ago++)
        {
            draft.Add(Entry("pain", Day.PlusDays(-ago), 4));
            if (fatigue is not null)
                draft.Add(Entry("fatigue", Day.PlusDays(-ago), 4));
        }
        Add(draft, "pain", after);
        Add(draft, "fatigue", fatigue ?? []);
        await journal.RecordAsync(draft);
        return Assert.Single((await MovementReview.ReadAsync(journal, Measures, Rules)).Sessions);
    }

    private static void Add(Draft draft, string measure, double?[] after)
    {
        for (var day = 0; day < after.Length; day++)
            if (after[day] is { } value)
                draft.Add(Entry(measure, Day.PlusDays(1 + day), value));
    }

    [Theory]
    [InlineData(6.0, 4.0, Aftermath.Usual)] // two points more are not yet worse
    [InlineData(6.1, 4.0, Aftermath.Worse)]
    [InlineData(4.0, 6.1, Aftermath.Worse)] // the second day counts as the first does
    [InlineData(2.0, 3.0, Aftermath.Usual)]
    public async Task More_than_two_points_above_the_usual_on_one_of_two_days_is_worse(
        double next,
        double second,
        Aftermath expected
    ) => Assert.Equal(expected, (await AfterAsync([next, second])).After);

    [Fact]
    public async Task The_third_day_is_not_looked_at() =>
        Assert.Equal(Aftermath.Usual, (await AfterAsync([4, 4, 9])).After);

    [Fact]
    public async Task Fatigue_counts_as_pain_does() =>
        Assert.Equal(Aftermath.Worse, (await AfterAsync([4, 4], fatigue: [4, 7])).After);

    [Fact]
    public async Task A_day_without_a_record_is_not_a_good_day()
    {
        Assert.Equal(Aftermath.Unknown, (await AfterAsync([])).After);
        Assert.Equal(Aftermath.Unknown, (await AfterAsync([4, null])).After);
        Assert.Equal(Aftermath.Unknown, (await AfterAsync([null, 4])).After);
        Assert.Equal(Aftermath.Unknown, (await AfterAsync([4, 4], fatigue: [4, null])).After);
        Assert.Equal(Aftermath.Worse, (await AfterAsync([null, 9])).After);
    }

    [Fact]
    public async Task A_measure_that_is_usually_recorded_and_is_missing_after_is_not_known_to_be_well()
    {
        Assert.Equal(Aftermath.Unknown, (await AfterAsync([4, 4], fatigue: [])).After);
        Assert.Equal(Aftermath.Unknown, (await AfterAsync([], fatigue: [4, 4])).After);
        Assert.Equal(Aftermath.Worse, (await AfterAsync([], fatigue: [4, 7])).After);
        Assert.Equal(Aftermath.Usual, (await AfterAsync([], NextDay.NotWorse, fatigue: [4, 4])).After);
    }

    [Fact]
    public async Task A_measure_with_days_after_but_no_usual_before_is_not_known_to_be_well()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var draft = new Draft("edit").Add(new MovementSession { Day = Day, Minutes = 10 });
        for (var ago = 1; ago <= 14; ago++)
            draft.Add(Entry("pain", Day.PlusDays(-ago), 4));
        Add(draft, "pain", [4, 4]);
        Add(draft, "fatigue", [9, 9]);
        await journal.RecordAsync(draft);
        var review = await MovementReview.ReadAsync(journal, Measures, Rules);
        Assert.Equal(Aftermath.Unknown, Assert.Single(review.Sessions).After);
    }

    [Fact]
    public async Task Every_kind_of_session_has_its_payback_and_those_of_one_day_have_the_same()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var draft = new Draft("edit");
        foreach (var kind in Enum.GetValues<MovementKind>())
            draft.Add(
                new MovementSession
                {
                    Day = Day,
                    Kind = kind,
                    Next = kind == MovementKind.Yoga ? NextDay.Worse : null,
                }
            );
        await journal.RecordAsync(draft);
        var review = await MovementReview.ReadAsync(journal, Measures, Rules);
        Assert.All(review.Sessions, s => Assert.Equal(Aftermath.Worse, s.After));
        Assert.Equal(Enum.GetValues<MovementKind>().Length, review.Sessions.Count);
    }

    [Fact]
    public async Task With_too_few_days_before_the_usual_is_not_known()
    {
        Assert.Equal(Aftermath.Unknown, (await AfterAsync([9, 9], before: 4)).After);
        Assert.Equal(Aftermath.Worse, (await AfterAsync([9, 9], before: 5)).After);
    }

    [Fact]
    public async Task What_the_person_says_counts_but_does_not_undo_what_the_days_show()
    {
        Assert.Equal(Aftermath.Worse, (await AfterAsync([4, 4], NextDay.Worse)).After);
        Assert.Equal(Aftermath.Usual, (await AfterAsync([], NextDay.NotWorse)).After);
        Assert.Equal(Aftermath.Worse, (await AfterAsync([9, 4], NextDay.NotWorse)).After);
        Assert.Equal(Aftermath.Unknown, (await AfterAsync([], NextDay.NotSure)).After);
        Assert.Equal(Aftermath.Usual, (await AfterAsync([4, 4], NextDay.NotSure)).After);
    }

    [Fact]
    public async Task The_next_days_are_asked_for_once_they_are_over_for_some_days_once_a_day_and_not_again()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var draft = new Draft("edit").Add(
            new MovementSession { Day = journal.Today.PlusDays(-3), Kind = MovementKind.Strength }
        );
        foreach (var ago in Enumerable.Range(0, 9))
            draft.Add(
                new MovementSession { Day = journal.Today.PlusDays(-ago), Next = ago == 4 ? NextDay.NotSure : null }
            );
        await journal.RecordAsync(draft);
        var review = await MovementReview.ReadAsync(journal, Measures, Rules);
        // two days after it are looked at: the session of three days ago is the first whose days are over
        Assert.Equal([3, 5], review.ToAsk(Rules).Select(s => Period.DaysBetween(s.Day, journal.Today)));
    }

    [Fact]
    public async Task Minutes_on_the_curve_are_of_kinds_that_were_studied_and_none_is_not_zero()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        Assert.Null((await MovementReview.ReadAsync(journal, Measures, Rules)).Recent(Rules));
        await journal.RecordAsync(
            new Draft("edit")
                .Add(new MovementSession { Day = journal.Today, Minutes = 40 })
                .Add(
                    new MovementSession
                    {
                        Day = journal.Today.PlusDays(-27),
                        Minutes = 20,
                        Kind = MovementKind.Water,
                    }
                )
                .Add(new MovementSession { Day = journal.Today.PlusDays(-28), Minutes = 99 })
                .Add(
                    new MovementSession
                    {
                        Day = journal.Today,
                        Minutes = 99,
                        Kind = MovementKind.Strength,
                    }
                )
        );
        Assert.Equal(
            new RecentMovement(15, 4, 0),
            (await MovementReview.ReadAsync(journal, Measures, Rules)).Recent(Rules)
        );
    }

    [Theory]
    [InlineData(6, 1, 60.0)]
    [InlineData(7, 2, 30.0)]
    [InlineData(40, 4, 15.0)]
    public async Task Weeks_before_the_first_record_are_not_weeks_without_movement_nor_minutes_not_told_0(
        int firstDaysAgo,
        int weeks,
        double minutes
    )
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(
            new Draft("edit")
                .Add(new MovementSession { Day = journal.Today.PlusDays(-firstDaysAgo), Kind = MovementKind.Yoga })
                .Add(new MovementSession { Day = journal.Today, Minutes = 60 })
                .Add(new MovementSession { Day = journal.Today.PlusDays(-1) })
        );
        var review = await MovementReview.ReadAsync(journal, Measures, Rules);
        Assert.Equal(new RecentMovement(minutes, weeks, 1), review.Recent(Rules));
    }

    [Fact]
    public async Task With_no_minutes_told_there_is_no_average()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(new Draft("edit").Add(new MovementSession { Day = journal.Today }));
        var review = await MovementReview.ReadAsync(journal, Measures, Rules);
        Assert.Equal(new RecentMovement(null, 1, 1), review.Recent(Rules));
    }
}
