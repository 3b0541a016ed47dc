using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Tests.Checkins;

public class CheckinTests
{
    private static readonly MeasureCatalogue Catalogue = new(new ContentFolder());
    private static readonly LocalDate Day = new(2026, 11, 20);

    public static TheoryData<string> Storages => Storage.Both;

    private static CheckinAnswers Answers(params (string Measure, double? Value)[] values) =>
        new() { Values = values.ToDictionary(v => new Question(v.Measure), v => v.Value) };

    private static async Task<Change?> SaveAsync(
        Journal journal,
        CheckinAnswers answers,
        string? key = null,
        LocalDate? day = null
    )
    {
        var draft = await Checkin.DraftAsync(journal, Catalogue.Find, day ?? Day, answers, key);
        return draft.IsEmpty ? null : await journal.RecordAsync(draft);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task The_same_answers_again_change_nothing(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await SaveAsync(journal, Answers(("pain", 4), ("fatigue", 6)) with { NoteAsked = true, Note = " rain " });
        Assert.Null(
            await SaveAsync(journal, Answers(("pain", 4), ("fatigue", 6)) with { NoteAsked = true, Note = "rain" })
        );
        Assert.Equal(2, (await journal.EntriesAsync(Day, Day)).Count);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task The_same_submission_twice_is_one_change(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var first = await SaveAsync(journal, Answers(("pain", 4)), "form-1");
        var second = await journal.RecordAsync(
            new Draft("checkin", "form-1", Day).Add(
                new Note
                {
                    Day = Day,
                    Text = "twice",
                    Source = Checkin.Source,
                }
            )
        );
        Assert.Equal(first!.Id, second.Id);
        Assert.Empty(await journal.NotesAsync(Day, Day));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Answers_that_arrive_at_the_same_moment_leave_one_for_each_question(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        for (var round = 0; round < 5; round++)
        {
            var day = Day.PlusDays(-round);
            await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(device =>
                        Task.Run(() =>
                            Journal.DecideAsync(() =>
                                SaveAsync(
                                    journal,
                                    Answers(
                                        ("pain", device),
                                        ($"{(device % 2 == 0 ? "fatigue" : "mood")}", device)
                                    ) with
                                    {
                                        NoteAsked = true,
                                        Note = $"from {device}",
                                    },
                                    $"{round}-{device}",
                                    day
                                )
                            )
                        )
                    )
            );
            Assert.Equal(
                ["fatigue", "mood", "pain"],
                (await journal.EntriesAsync(day, day)).Select(e => e.Measure).Order()
            );
            Assert.Single(await journal.NotesAsync(day, day));
        }
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task What_was_taken_out_and_given_again_is_there_once_and_the_first_removal_cannot_be_undone_any_more(
        string storage
    )
    {
        var journal = await Storage.NewJournalAsync(storage);
        await SaveAsync(journal, Answers(("pain", 4)));
        var removed = await SaveAsync(journal, Answers(("pain", null)));
        await SaveAsync(journal, Answers(("pain", 6)));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => journal.UndoAsync(removed!.Id));
        Assert.Equal(6, Assert.Single(await journal.EntriesAsync(Day, Day)).Value);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_field_that_was_emptied_is_taken_out_and_one_not_asked_stays(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await SaveAsync(journal, Answers(("pain", 4), ("fatigue", 6)) with { NoteAsked = true, Note = "rain" });
        await SaveAsync(journal, Answers(("pain", null)));
        Assert.Equal("fatigue", Assert.Single(await journal.EntriesAsync(Day, Day)).Measure);
        Assert.Equal("rain", Assert.Single(await journal.NotesAsync(Day, Day)).Text);
        await SaveAsync(journal, new CheckinAnswers { NoteAsked = true, Note = "  " });
        Assert.Empty(await journal.NotesAsync(Day, Day));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_changed_answer_corrects_and_keeps_what_was_there_before(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await SaveAsync(journal, Answers(("pain", 4)));
        await SaveAsync(journal, Answers(("pain", 7)));
        var entry = Assert.Single(await journal.EntriesAsync(Day, Day));
        Assert.Equal("4 7", string.Join(' ', (await journal.VersionsAsync<Entry>(entry.Id)).Select(v => v.Value)));
    }

    [Fact]
    public async Task What_was_imported_for_the_day_is_left_alone()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(
            new Draft("import").Add(
                new Entry
                {
                    Measure = "pain",
                    Value = 2,
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Day = Day,
                    Source = "csv",
                }
            )
        );
        await SaveAsync(journal, Answers(("pain", null)));
        Assert.Equal(2, Assert.Single(await journal.EntriesAsync(Day, Day)).Value);
        Assert.Empty((await Checkin.RecordedAsync(journal, Day)).Values);
    }

    [Fact]
    public async Task An_answer_off_the_scale_is_refused_before_anything_is_written()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var answers = Answers(("pain", 11), ("fatigue", 3), ("nonsense", 1));
        Assert.Equal(
            ["off-the-scale", "no-such-measure"],
            Checkin.Refused(answers, Catalogue.Find).Select(r => r.Why.Key)
        );
        await Assert.ThrowsAsync<ArgumentException>(() => SaveAsync(journal, answers));
        Assert.Empty(await journal.ChangesAsync());
    }

    [Fact]
    public async Task Only_today_has_a_time_of_day()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await SaveAsync(journal, Answers(("pain", 4)));
        await SaveAsync(journal, Answers(("pain", 5)), day: journal.Today);
        Assert.Null(Assert.Single(await journal.EntriesAsync(Day, Day)).At);
        Assert.Equal(
            (Storage.Noon, "Europe/Madrid"),
            (await journal.EntriesAsync(journal.Today, journal.Today)).Select(e => (e.At!.Value, e.Zone)).Single()
        );
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task What_was_recorded_is_what_the_form_shows(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var bath = new Treatment { Name = "bath", Kind = TreatmentKind.Therapy };
        var course = new Course { TreatmentId = bath.Id, Start = Day };
        await journal.RecordAsync(new Draft("edit").Add(bath).Add(course));
        var answers = new CheckinAnswers
        {
            Values = new Dictionary<Question, double?>
            {
                [new("pain")] = 4,
                [new("pain", "neck")] = 6,
                [new("alcohol")] = 0,
            },
            Intakes = new Dictionary<Guid, IntakeStatus?> { [course.Id] = IntakeStatus.Late },
            NoteAsked = true,
            Note = "rain",
        };
        await SaveAsync(journal, answers);
        var shown = await Checkin.RecordedAsync(journal, Day);
        Assert.Equal(answers.Values.OrderBy(v => v.Key.ToString()), shown.Values.OrderBy(v => v.Key.ToString()));
        Assert.Equal((IntakeStatus.Late, "rain"), (shown.Intakes[course.Id]!.Value, shown.Note));
        Assert.Null(await SaveAsync(journal, shown with { NoteAsked = true }));
    }
}
