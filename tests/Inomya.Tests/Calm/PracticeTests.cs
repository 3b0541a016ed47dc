using Inomya.Calm;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Tests.Questionnaires;
using Inomya.Treatments;
using NodaTime;

namespace Inomya.Tests.Calm;

/// <summary>A practice that was done is an intake of a treatment, so that "what helped" sees it.</summary>
public class PracticeTests
{
    private static async Task<Change> NoteAsync(
        Journal journal,
        string practice = "breathing",
        double? before = null,
        double? after = null,
        string? key = null
    ) =>
        await journal.RecordAsync(
            await PracticeRecorder.DraftAsync(journal, practice, "Slow breathing", journal.Now, before, after, key)
        );

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task The_first_note_adds_the_treatment_by_session_and_the_next_only_an_intake(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await NoteAsync(journal);
        await NoteAsync(journal);
        var treatment = Assert.Single(await journal.AllAsync<Treatment>());
        Assert.Equal(("Slow breathing", TreatmentKind.Therapy), (treatment.Name, treatment.Kind));
        var course = Assert.Single(await journal.AllAsync<Course>());
        Assert.Equal(new DoseSchedule { BySession = true, AsNeeded = true }, course.Schedule);
        Assert.Equal(2, (await journal.IntakesAsync(journal.Today, journal.Today)).Count);
        Assert.Empty(await journal.AllAsync<PracticeRating>());
        var series = await DaySeriesReader.ReadAsync(journal, new MeasureCatalogue(ContentCheck.Content));
        Assert.Contains(series!.Columns, c => c.Key.Treatment == "Slow breathing" && c.Values.Single() == 1);
    }

    [Fact]
    public async Task A_note_sent_twice_counts_once_and_a_rating_belongs_to_its_note()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await NoteAsync(journal, before: 7, key: "one");
        await NoteAsync(journal, before: 7, key: "one");
        var intake = Assert.Single(await journal.IntakesAsync(journal.Today, journal.Today));
        var rating = Assert.Single(await journal.AllAsync<PracticeRating>());
        Assert.Equal((intake.Id, 7.0, null), (rating.IntakeId, rating.Before, rating.After));
    }

    [Fact]
    public async Task Undone_the_note_is_gone_and_a_day_without_one_is_not_a_no()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.UndoAsync((await NoteAsync(journal)).Id);
        Assert.Empty(await journal.AllAsync<Intake>());
        Assert.Empty(await journal.AllAsync<Treatment>());
    }

    [Fact]
    public async Task A_practice_is_no_dose_that_is_due()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await NoteAsync(journal);
        var doses = await DayDoses.ReadAsync(journal, journal.Today.PlusDays(1));
        Assert.Equal((0, 0), (doses.Planned.Count, doses.Needed.Count));
        var words = new Words(ContentCheck.Content);
        var course = Assert.Single(await journal.AllAsync<Course>());
        Assert.Equal("by session", words.How(course, TreatmentKind.Therapy, journal.Today));
    }

    [Fact]
    public async Task A_note_of_an_earlier_day_that_comes_later_makes_no_second_course()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await NoteAsync(journal);
        var earlier = await PracticeRecorder.DraftAsync(
            journal,
            "breathing",
            "Slow breathing",
            journal.Now - Duration.FromDays(3),
            null,
            null,
            null
        );
        await journal.RecordAsync(earlier);
        Assert.Equal(journal.Today.PlusDays(-3), Assert.Single(await journal.AllAsync<Course>()).Start);
        Assert.Equal(2, (await journal.AllAsync<Intake>()).Count);
    }

    [Fact]
    public async Task Two_notes_at_once_that_each_need_a_course_do_not_both_write_one()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await NoteAsync(journal);
        var course = Assert.Single(await journal.AllAsync<Course>());
        var ended = course with { Start = journal.Today.PlusDays(-9), End = journal.Today.PlusDays(-5) };
        await journal.RecordAsync(new Draft("edit").Correct(course, ended));
        Task<Draft> DraftAsync(int daysAgo) =>
            PracticeRecorder.DraftAsync(
                journal,
                "breathing",
                "Slow breathing",
                journal.Now - Duration.FromDays(daysAgo),
                null,
                null,
                null
            );
        var (one, other) = (await DraftAsync(0), await DraftAsync(2));
        await journal.RecordAsync(one);
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => journal.RecordAsync(other));
        await journal.RecordAsync(await DraftAsync(2));
        var second = Assert.Single(await journal.AllAsync<Course>(), c => c.Id != course.Id);
        Assert.Equal(journal.Today.PlusDays(-2), second.Start);
        Assert.Equal(3, (await journal.AllAsync<Intake>()).Count);
    }

    [Fact]
    public async Task After_its_course_was_ended_a_note_begins_another()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await NoteAsync(journal);
        var course = Assert.Single(await journal.AllAsync<Course>());
        var ended = course with { Start = journal.Today.PlusDays(-9), End = journal.Today.PlusDays(-1) };
        await journal.RecordAsync(new Draft("edit").Correct(course, ended));
        await NoteAsync(journal);
        Assert.Equal(2, (await journal.AllAsync<Course>()).Count);
    }
}
