using Inomya.Calm;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Tests.Questionnaires;

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
    public async Task The_first_note_adds_the_treatment_as_needed_and_the_next_only_an_intake(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await NoteAsync(journal);
        await NoteAsync(journal);
        var treatment = Assert.Single(await journal.AllAsync<Treatment>());
        Assert.Equal(("Slow breathing", TreatmentKind.Therapy), (treatment.Name, treatment.Kind));
        var course = Assert.Single(await journal.AllAsync<Course>());
        Assert.True(course.AsNeeded);
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
}
