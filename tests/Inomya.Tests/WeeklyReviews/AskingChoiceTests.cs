using Inomya.Analysis;
using Inomya.Checkins;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using Inomya.WeeklyReviews;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.WeeklyReviews;

/// <summary>Which of one's own questions are asked, by what their answers would tell.</summary>
public class AskingChoiceTests
{
    private static readonly WeeklyReviewRules Rules = WeeklyReviewRules.Read(Shelf.Content);
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);

    private static readonly Plan Tea = new()
    {
        Question = "Does tea help?",
        With = "tea",
        Without = "water",
        Outcome = "pain",
        ScaleLow = 0,
        ScaleTop = 10,
        MinimalChange = 1,
        ExpectedEffect = 2,
        BlockDays = 7,
        OnsetDays = 1,
        WashoutDays = 2,
    };

    /// <summary>So many questions of one's own, of which the second drives the pain of the next day.</summary>
    private static async Task<Journal> WithQuestionsAsync(int questions, int days = 150, FakeClock? clock = null)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, clock);
        var random = new Random(5);
        var draft = new Draft("checkin");
        for (var q = 0; q < questions; q++)
            draft.Add(Question(q));
        var drives = 5.0;
        for (var ago = days; ago > 0; ago--)
        {
            var day = journal.Today.PlusDays(-ago);
            draft.Add(Rated(day, "pain", Math.Round(0.4 * drives + 5 * random.NextDouble())));
            for (var q = 0; q < questions; q++)
            {
                var value = random.Next(11);
                draft.Add(Rated(day, Id(q), value));
                drives = q == 1 ? value : drives;
            }
        }
        await journal.RecordAsync(draft);
        return journal;
    }

    private static string Id(int question) => $"own_{question}";

    private static OwnMeasure Question(int question) =>
        new()
        {
            Measure = Id(question),
            Name = $"Question {question}",
            Kind = MeasureKind.Scale,
            Unit = "{score}",
            ScaleLow = 0,
            ScaleTop = 10,
            Daily = DailyRule.Mean,
            Role = MeasureRole.Numeric,
            Asked = true,
        };

    private static Entry Rated(LocalDate day, string measure, double value) =>
        new()
        {
            Measure = measure,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = day,
            Source = Checkin.Source,
        };

    private static Task SetAsync(Journal journal, bool byValue = true) =>
        AskingChoice.SetAsync(journal, Measures, Rules, byValue);

    private static async Task<AskedByValue?> ChoiceAsync(Journal journal) =>
        AskedByValue.Of(await journal.SettingsAsync());

    [Fact]
    public async Task Half_are_asked_and_what_was_found_is_among_them_each_day()
    {
        var journal = await WithQuestionsAsync(6);
        await SetAsync(journal);
        var choice = (await ChoiceAsync(journal))!;
        Assert.Equal((3, 6, "pain"), (choice.PerDay, choice.Ranked.Count, choice.Outcome));
        for (var day = journal.Today; day <= choice.Until; day = day.PlusDays(1))
            Assert.Equal(AskReason.Found, choice.WhyOn(day, Id(1)));
        Assert.Equal(journal.Today.PlusDays(Rules.AskedByValueDays), choice.Until);
        await SetAsync(journal, byValue: false);
        Assert.Null(await ChoiceAsync(journal));
    }

    [Theory]
    [InlineData(3, 150)]
    [InlineData(6, 10)]
    public async Task All_are_asked_where_there_are_few_questions_or_few_days(int questions, int days)
    {
        var journal = await WithQuestionsAsync(questions, days);
        Assert.Null(await AskingChoice.OfAsync(journal, Measures, Rules));
        await SetAsync(journal);
        Assert.Null(await ChoiceAsync(journal));
    }

    [Fact]
    public async Task It_is_chosen_anew_only_for_who_asked_for_it()
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await WithQuestionsAsync(5, clock: clock);
        await AskingChoice.RenewAsync(journal, Measures, Rules);
        Assert.Null(await ChoiceAsync(journal));
        await SetAsync(journal);
        clock.AdvanceDays(7);
        await AskingChoice.RenewAsync(journal, Measures, Rules);
        Assert.Equal(journal.Today.PlusDays(Rules.AskedByValueDays), (await ChoiceAsync(journal))!.Until);
    }

    [Fact]
    public async Task While_a_test_goes_on_all_are_asked()
    {
        var journal = await WithQuestionsAsync(5);
        await SetAsync(journal);
        var book = new ExperimentBook(journal, Measures, DesignRules.Read(Shelf.Content));
        await book.LockAsync(Tea, new SeedSource(() => 42), "the rule", "one");
        Assert.Null(await ChoiceAsync(journal));
        Assert.Null(await AskingChoice.OfAsync(journal, Measures, Rules));
    }

    [Fact]
    public async Task A_question_that_was_not_asked_is_not_called_left_empty()
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await WithQuestionsAsync(5, clock: clock);
        await journal.RecordAsync(new Draft("edit").Add(Question(9)));
        clock.AdvanceDays(40);
        var draft = new Draft("checkin");
        for (var ago = 0; ago < 28; ago++)
            draft.Add(Rated(journal.Today.PlusDays(-ago), "pain", ago % 6));
        await journal.RecordAsync(draft);
        Assert.Contains(await DroppedAsync(journal), d => d.Measure.Id == Id(9));

        var old = new AskedByValue(journal.Today.PlusDays(1), 2, "pain", [new(Id(9), 0, AskReason.TooFew)]);
        await journal.SetAsync(AskedByValue.Setting, old.Write());
        Assert.DoesNotContain(await DroppedAsync(journal), d => d.Measure.Id == Id(9));
    }

    private static async Task<IReadOnlyList<DropOffer>> DroppedAsync(Journal journal) =>
        (await WeeklyReview.ReadAsync(journal, Measures, Rules, DesignRules.Read(Shelf.Content))).Drop;
}
