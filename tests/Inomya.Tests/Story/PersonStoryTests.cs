using Inomya.Content;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Story;
using Inomya.Tests.Medicines;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Story;

/// <summary>How it went from the first recorded day to the last, told once for every page.</summary>
public class PersonStoryTests
{
    private const int Days = 200;

    private static readonly MeasureCatalogue Catalogue = new(Shelf.Content);
    private static readonly Instruments Instruments = new(Shelf.Content);
    private static readonly Words English = new(Shelf.Content, "en");

    private static LocalDate Today => Storage.Noon.InUtc().Date;

    private static Task<Journal> NewAsync() => Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));

    private static Entry Rated(string measure, double value, int ago) =>
        new()
        {
            Measure = measure,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Day = Today.PlusDays(-ago),
            Source = "checkin",
        };

    /// <summary>Pain that falls from 7 to 3 half-way, function that rises from 3 to 7.</summary>
    private static Draft Better()
    {
        var draft = new Draft("checkin");
        for (var ago = Days - 1; ago >= 0; ago--)
        {
            var wave = ago % 3 - 1;
            draft.Add(Rated("pain", (ago >= Days / 2 ? 6 : 3) + wave, ago));
            draft.Add(Rated("function", (ago >= Days / 2 ? 3 : 6) - wave, ago));
        }
        return draft;
    }

    private static Response Peg(int ago, int points)
    {
        var instrument = Instruments.Find("peg")!;
        var answers = new FormAnswers(instrument.Form.Value);
        foreach (var question in FormFlow.Questions(answers))
            answers.Set(question.Place, new NumberAnswer(points, true));
        return QuestionnaireBook.ResponseOf(instrument, answers, Today.PlusDays(-ago), completed: true);
    }

    private static async Task<(PersonStory Story, StorySentences Told)> StoryOfAsync(Journal journal)
    {
        var story = (await PersonStory.ReadAsync(journal, Catalogue, Instruments))!;
        return (story, new StorySentences(English, story));
    }

    [Fact]
    public async Task An_empty_journal_has_no_story() =>
        Assert.Null(await PersonStory.ReadAsync(await NewAsync(), Catalogue, Instruments));

    [Fact]
    public async Task Less_pain_and_more_function_are_both_called_better()
    {
        var journal = await NewAsync();
        await journal.RecordAsync(Better());
        var (_, told) = await StoryOfAsync(journal);
        Assert.StartsWith("Pain, better: 3 on average on the last 90", told.ThenAndNow, StringComparison.Ordinal);
        Assert.Equal(
            [
                ("Pain", "3", "better: 3 lower than 6 (last and first 90 days)"),
                ("Getting things done", "6", "better: 3 higher than 3 (last and first 90 days)"),
            ],
            told.ThenAndNowRows
        );
    }

    [Theory]
    [InlineData(8, 3, "better")]
    [InlineData(3, 8, "worse")]
    public async Task A_score_that_changed_by_what_matters_is_told_with_its_good_way(int before, int now, string way)
    {
        var journal = await NewAsync();
        await journal.RecordAsync(Better().Add(Peg(180, before)).Add(Peg(2, now)));
        var (_, told) = await StoryOfAsync(journal);
        Assert.Contains($", {way}: {before} on", Assert.Single(told.Scores), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_that_changed_by_less_is_not_told_as_a_change()
    {
        var journal = await NewAsync();
        await journal.RecordAsync(Better().Add(Peg(180, 6)).Add(Peg(2, 5)));
        var (story, told) = await StoryOfAsync(journal);
        Assert.Empty(told.Scores);
        Assert.Single(story.Scores);
    }

    [Fact]
    public async Task What_began_in_the_weeks_before_a_lasting_change_is_told_as_its_time_and_not_as_its_cause()
    {
        var journal = await NewAsync();
        var treatment = new Treatment { Name = "Duloxetine", Kind = TreatmentKind.Medicine };
        var early = new Treatment { Name = "Old one", Kind = TreatmentKind.Medicine };
        await journal.RecordAsync(
            Better()
                .Add(treatment)
                .Add(new Course { TreatmentId = treatment.Id, Start = Today.PlusDays(-(Days / 2) - 10) })
                .Add(early)
                .Add(new Course { TreatmentId = early.Id, Start = Today.PlusDays(-Days + 20) })
        );
        var (story, told) = await StoryOfAsync(journal);
        var change = Assert.Single(story.Findings.Changes);
        var sentence = told.Before(change)!;
        Assert.Contains("Duloxetine began on", sentence, StringComparison.Ordinal);
        Assert.Contains("need not be the cause", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Old one", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_still_taken_has_not_ended_and_what_is_taken_as_needed_has_no_bar()
    {
        var journal = await NewAsync();
        var (steady, needed) = (
            new Treatment { Name = "Steady", Kind = TreatmentKind.Medicine },
            new Treatment { Name = "Needed", Kind = TreatmentKind.Medicine }
        );
        await journal.RecordAsync(
            Better()
                .Add(steady)
                .Add(new Course { TreatmentId = steady.Id, Start = Today.PlusDays(-50) })
                .Add(needed)
                .Add(
                    new Course
                    {
                        TreatmentId = needed.Id,
                        Start = Today.PlusDays(-50),
                        Schedule = new() { AsNeeded = true },
                    }
                )
        );
        var (story, _) = await StoryOfAsync(journal);
        var bar = Assert.Single(story.Courses);
        Assert.Equal(("Steady", Today), (bar.Name, Assert.Single(bar.Spans).To));
    }

    [Fact]
    public async Task A_new_record_makes_the_story_anew()
    {
        var journal = await NewAsync();
        await journal.RecordAsync(Better());
        var (before, _) = await StoryOfAsync(journal);
        await journal.RecordAsync(new Draft("flare").Add(new Flare { Start = Today }));
        var (after, told) = await StoryOfAsync(journal);
        Assert.Empty(before.Flares);
        Assert.Single(after.Flares);
        Assert.NotNull(told.Flares);
    }

    [Fact]
    public async Task Courses_that_adjoin_or_overlap_are_one_stretch_another_dose_is_no_new_beginning()
    {
        var journal = await NewAsync();
        var tai = new Treatment { Name = "Tai chi", Kind = TreatmentKind.Exercise };
        Course From(int ago, int? until) =>
            new()
            {
                TreatmentId = tai.Id,
                Start = Today.PlusDays(-ago),
                End = until is { } end ? Today.PlusDays(-end) : null,
            };
        await journal.RecordAsync(
            new Draft("treatment").Add(tai).Add(From(90, 61)).Add(From(60, 40)).Add(From(50, 30)).Add(From(28, null))
        );
        var bar = Assert.Single(await PersonStory.BarsAsync(journal, Today.PlusDays(-99), Today));
        Assert.Equal([(Today.PlusDays(-90), Today.PlusDays(-30)), (Today.PlusDays(-28), Today)], bar.Spans);
    }
}
