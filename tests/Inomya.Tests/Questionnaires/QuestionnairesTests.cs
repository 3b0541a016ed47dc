using Inomya.Journals;
using Inomya.Questionnaires;

namespace Inomya.Tests.Questionnaires;

public class QuestionnairesTests
{
    public static TheoryData<string> Storages => Storage.Both;

    private static readonly Instrument Phq = Vectors.Instruments.Find("phq-9")!;

    private static AnswerValue Weight(string item, decimal weight) =>
        Phq.Form.Value.Find(item)!.Options.First(o => o.Value is ChoiceAnswer c && c.Weight == weight).Value;

    [Theory, MemberData(nameof(Storages))]
    public async Task Each_answer_is_saved_and_the_rest_taken_up_later(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var questionnaires = new QuestionnaireBook(journal);
        var answers = QuestionnaireBook.AnswersOf(Phq, null).Set("q1", Weight("q1", 2));
        var saved = await questionnaires.SaveAsync(Phq, null, answers, completed: false, key: "a");
        saved = await questionnaires.SaveAsync(Phq, saved, answers.Set("q2", Weight("q2", 1)), completed: false);

        var open = await questionnaires.OpenAsync(Phq);
        Assert.Equal(saved.Id, open!.Id);
        var again = QuestionnaireBook.AnswersOf(Phq, open);
        Assert.Equal("q3", FormFlow.NextUnanswered(again)!.Item.LinkId);
        for (var i = 3; i <= 9; i++)
            again.Set($"q{i}", Weight($"q{i}", i == 9 ? 1 : 0));
        Assert.Single(QuestionnaireBook.Alarms(Phq, again));

        var done = await questionnaires.SaveAsync(Phq, open, again, completed: true);
        Assert.Null(await questionnaires.OpenAsync(Phq));
        Assert.Equal(
            4,
            QuestionnaireBook.StoredNumber(
                Assert.Single(await questionnaires.CompletedAsync("phq-9")),
                "PHQ-9",
                "total"
            )
        );
        Assert.Equal("none-minimal", QuestionnaireBook.StoredWord(done, "PHQ-9", "classification"));
        Assert.Equal(3, (await journal.VersionsAsync<Response>(done.Id)).Count);
    }

    private static async Task<(Response Done, ScoreMeaning Score)> DoneAsync(int ofEach)
    {
        var questionnaires = new QuestionnaireBook(await Storage.NewJournalAsync(Storage.Sqlite));
        var answers = QuestionnaireBook.AnswersOf(Phq, null);
        for (var i = 1; i <= 9; i++)
            answers.Set($"q{i}", Weight($"q{i}", ofEach));
        var done = await questionnaires.SaveAsync(Phq, null, answers, completed: true);
        return (done, Phq.Meaning.Scores.Find(s => s.Id == "total")!);
    }

    /// <summary>The content of another day: its bands begin elsewhere and are called otherwise.</summary>
    private static Meaning Changed(string version) =>
        new()
        {
            Version = version,
            Bands =
            [
                new BandSet
                {
                    Id = "severity",
                    Of = "total",
                    Version = "Another 2030",
                    Default = true,
                    Steps = [new BandStep { From = 0, Key = "other" }],
                },
            ],
        };

    [Fact]
    public async Task A_score_keeps_the_band_it_was_told_whatever_content_says_later()
    {
        var (done, score) = await DoneAsync(1);
        var told = QuestionnaireBook.StoredBand(done, score, Phq.Meaning)!;
        Assert.Equal(("severity", "mild", "Kroenke 2001"), (told.Set, told.Key, told.Version));
        Assert.Equal(told, QuestionnaireBook.StoredBand(done, score, Changed("another")));
        Assert.Equal(told, QuestionnaireBook.StoredBand(done, score, Changed(done.Version)));
    }

    [Fact]
    public async Task A_score_of_before_bands_were_kept_has_that_of_its_version_or_none()
    {
        var (done, score) = await DoneAsync(2);
        var old = done with { Scores = """{"PHQ-9": {"total": 18}}""" };
        Assert.Equal("moderately-severe", QuestionnaireBook.StoredBand(old, score, Phq.Meaning)?.Key);
        Assert.Null(QuestionnaireBook.StoredBand(old, score, Changed("another")));
    }

    [Fact]
    public async Task A_score_that_was_told_no_band_gets_none_later()
    {
        var (done, score) = await DoneAsync(1);
        var without = done with { Scores = """{"PHQ-9": {"total": 9}, "bands": {}}""" };
        Assert.Null(QuestionnaireBook.StoredBand(without, score, Phq.Meaning));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task The_other_records_of_an_illness_are_kept_and_undone_like_any_fact(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var change = await journal.RecordAsync(
            new Draft("edit")
                .Add(
                    new HistoryItem
                    {
                        Kind = HistoryKind.Onset,
                        Text = "After the flu",
                        Since = "2019-03",
                    }
                )
                .Add(
                    new LabResult
                    {
                        Test = "CRP",
                        Loinc = "1988-5",
                        Day = journal.Today,
                        Value = 2.5,
                        Comparator = "<",
                        Unit = "mg/L",
                        RangeHigh = 5,
                        Source = "typed",
                    }
                )
                .Add(
                    new Examination
                    {
                        Kind = "shoulder-flexion",
                        Side = "left",
                        Day = journal.Today,
                        Value = 150,
                        Unit = "deg",
                    }
                )
                .Add(
                    new Cost
                    {
                        Kind = CostKind.Visit,
                        Day = journal.Today,
                        Amount = 12.30m,
                        Currency = "EUR",
                        Hours = 1.5,
                    }
                )
                .Add(new OwnForm { Title = "ISI", Json = "{}" })
        );
        Assert.Equal(12.30m, Assert.Single(await journal.AllAsync<Cost>()).Amount);
        Assert.Equal(HistoryKind.Onset, Assert.Single(await journal.AllAsync<HistoryItem>()).Kind);
        Assert.Equal("<", Assert.Single(await journal.AllAsync<LabResult>()).Comparator);
        await journal.UndoAsync(change.Id);
        Assert.Empty(await journal.AllAsync<Cost>());
        Assert.Empty(await journal.AllAsync<Examination>());
        Assert.Empty(await journal.AllAsync<OwnForm>());
    }
}
