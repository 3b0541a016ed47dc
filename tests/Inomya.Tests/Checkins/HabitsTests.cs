using Inomya.Checkins;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Tests.Checkins;

public class HabitsTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    public static TheoryData<string> Storages => Storage.Both;

    [Theory, MemberData(nameof(Storages))]
    public async Task A_question_with_the_same_answer_five_times_is_steady_and_one_that_varies_is_not(string storage)
    {
        var habits = new Habits(await WithAsync(storage, ("stress", [3, 3, 3, 3, 3]), ("pain", [4, 4, 4, 4, 5])));
        Assert.Equal((3, null, null), (habits.Steady("stress"), habits.Steady("pain"), habits.Steady("fatigue")));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task The_most_frequent_answers_come_first_in_order_of_size(string storage)
    {
        var habits = new Habits(await WithAsync(storage, ("pain", [7, 4, 4, 5, 5, 2, 6, 4])));
        Assert.Equal([4, 5, 6, 2], habits.Likely("pain").OrderBy(v => v == 2));
        Assert.Empty(habits.Likely("fatigue"));
    }

    [Fact]
    public async Task A_question_left_empty_ten_times_rests_and_a_bad_day_does_not_count_as_empty()
    {
        var habits = new Habits(
            await WithAsync(Storage.Sqlite, ("pain", [1, 2, 3, 4, 5, 6, 5, 4, 3, 2]), ("mood", [5]))
        );
        Assert.Equal(
            (true, false, false),
            (habits.IsLeftEmpty("fog"), habits.IsLeftEmpty("mood"), habits.IsLeftEmpty("pain"))
        );
        var few = new Habits(
            await WithAsync(Storage.Sqlite, ("bad_day", [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), ("pain", [1]))
        );
        Assert.False(few.IsLeftEmpty("fog"));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task One_read_of_a_day_says_the_same_as_a_read_of_each_part(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var (bath, pill) = (
            new Treatment { Name = "bath", Kind = TreatmentKind.Therapy },
            new Treatment { Name = "a pill" }
        );
        await journal.RecordAsync(
            new Draft("edit", "key-1", Today)
                .Add(bath)
                .Add(pill)
                .Add(
                    new Course
                    {
                        TreatmentId = bath.Id,
                        Start = Today,
                        End = Today,
                        Schedule = new()
                        {
                            FirstDose = 2.5,
                            Unit = "mg",
                            MostPerDay = 2,
                            AsNeeded = true,
                        },
                        StopReason = "-",
                    }
                )
                .Add(new Course { TreatmentId = pill.Id, Start = Today.PlusDays(-3) })
                .Add(new Course { TreatmentId = pill.Id, Start = Today.PlusDays(1) })
                .Add(
                    new Flare
                    {
                        Start = Today.PlusDays(-2),
                        Worst = 7,
                        Before = "rain",
                    }
                )
                .Add(
                    new OwnMeasure
                    {
                        Measure = "own_tea",
                        Name = "Tea",
                        Kind = Vocabulary.MeasureKind.Scale,
                        ScaleLow = 0,
                        ScaleTop = 4,
                        Asked = true,
                    }
                )
                .Add(
                    new Note
                    {
                        Day = Today,
                        Text = "n",
                        Source = "checkin",
                    }
                )
                .Add(
                    new Intake
                    {
                        TreatmentId = bath.Id,
                        Day = Today,
                        At = journal.Now,
                        Status = IntakeStatus.Late,
                        Amount = 1.5,
                        AmountUnit = "mg",
                        AsWritten = "x",
                        Source = "checkin",
                    }
                )
                .Add(
                    new Entry
                    {
                        Measure = "pain",
                        Value = 4,
                        ScaleLow = 0,
                        ScaleTop = 10,
                        Unit = "{score}",
                        Day = Today,
                        At = journal.Now,
                        Zone = "Europe/Madrid",
                        Region = "neck",
                        Source = "checkin",
                    }
                )
                .Add(
                    new Entry
                    {
                        Measure = "own_text",
                        Text = "t",
                        Day = Today,
                        Source = "csv",
                    }
                )
        );
        await journal.SetAsync(new SettingKey("a"), "b");
        var read = await journal.DayAsync(Today);
        Assert.Equal(await journal.EntriesAsync(Today, Today), read.Entries);
        Assert.Equal(await journal.IntakesAsync(Today, Today), read.Intakes);
        Assert.Equal(await journal.NotesAsync(Today, Today), read.Notes);
        Assert.Equal(await journal.AllAsync<Flare>(), [read.Flare!]);
        Assert.Equal(await journal.AllAsync<OwnMeasure>(), read.OwnMeasures);
        Assert.Equal(
            (await journal.AllAsync<Course>()).Where(c => c.Covers(Today)).OrderBy(c => c.TreatmentId == bath.Id),
            read.Courses.Select(c => c.Course)
        );
        Assert.Equal(["a pill", "bath"], read.Courses.Select(c => c.Name));
        Assert.Equal(await journal.ChangesAsync(Today), read.Changes);
        Assert.Equal("b", read.Settings[new SettingKey("a")]);
        Assert.Equal(journal.Person, (await journal.Store.OfAsync(journal.Person.Id)).Person);
    }

    private static async Task<DayRead> WithAsync(string storage, params (string Measure, double[] Values)[] said)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var draft = new Draft("checkin");
        foreach (var (measure, values) in said)
            for (var i = 0; i < values.Length; i++)
                draft.Add(
                    new Entry
                    {
                        Measure = measure,
                        Value = values[i],
                        ScaleLow = 0,
                        ScaleTop = 10,
                        Day = Today.PlusDays(i - values.Length),
                        Source = Checkin.Source,
                    }
                );
        await journal.RecordAsync(draft);
        return await journal.DayAsync(Today);
    }
}
