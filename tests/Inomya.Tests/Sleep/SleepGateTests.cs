using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Sleep;
using Inomya.Tests.Medicines;
using NodaTime;
using static Inomya.Tests.Sleep.MadeNights;

namespace Inomya.Tests.Sleep;

/// <summary>The gates before a window, through the journal: each closes it and opens it, and nothing said is not safe.</summary>
public class SleepGateTests
{
    private static readonly WindowReviewer Reviewer = new(Rules);

    public static TheoryData<string> Asked =>
        [
            "pregnancy",
            "bipolar",
            "epilepsy",
            "parasomnia",
            "sleep-apnoea",
            "psychosis",
            "suicidal-thoughts",
            "driving-or-machines",
            "sleepiness",
            "shift-work",
            "falls",
            "post-exertional-malaise",
        ];

    private static async Task<WindowAdvice> AdviceAsync(Journal journal) =>
        Reviewer
            .Review(
                new WindowFacts(Today, Same(14, 540, 400), [], [], await BookOf(journal).ForAsync(Part), NoEvenings)
            )
            .Advice;

    private static Task<IReadOnlySet<LocalDate>> HeldAsync(
        Journal journal,
        LocalDate from,
        LocalDate to,
        Gates? asked = null
    ) => new HeldEvenings(journal, asked ?? MadeNights.Asked, Part).ReadAsync(from, to);

    /// <summary>As in content, but that a gate only warns before the window: in content none does today.</summary>
    private static Gates Warning(string id)
    {
        var gates = Gates.Read(Shelf.Content);
        var gate = gates.Find(id)!;
        Assert.True(gate.Closes.Remove(Part));
        gate.Cautions.Add(Part);
        return gates;
    }

    [Fact]
    public async Task An_evening_is_held_by_what_was_said_up_to_it_and_a_later_answer_opens_none_before()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var (first, book) = (journal.Today, BookOf(journal));
        async Task AnswerAsync(Dictionary<string, bool> answers, int day) =>
            await book.AnswerAsync(answers, day: first.PlusDays(day));
        async Task<string> HeldDaysAsync() =>
            string.Join(
                ' ',
                (await HeldAsync(journal, first.PlusDays(-2), first.PlusDays(8)))
                    .Select(d => Period.DaysBetween(first, d))
                    .Order()
            );
        Assert.Equal("-2 -1 0 1 2 3 4 5 6 7 8", await HeldDaysAsync()); // nothing said is not safe
        await AnswerAsync(AllNo, 0);
        Assert.Equal("-2 -1", await HeldDaysAsync());
        await AnswerAsync(new() { ["pregnancy"] = true }, 3);
        await AnswerAsync(new() { ["pregnancy"] = false }, 6);
        Assert.Equal("-2 -1 3 4 5", await HeldDaysAsync());
    }

    [Fact]
    public async Task An_answer_that_ran_out_holds_the_evenings_until_the_next_one()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var (first, book) = (journal.Today, BookOf(journal));
        await book.AnswerAsync(AllNo, day: first);
        var days = MadeNights.Asked.Of(Part).Min(g => g.ValidDays);
        var soonest = MadeNights.Asked.Of(Part).Where(g => g.ValidDays == days).ToDictionary(g => g.Id, _ => false);
        await book.AnswerAsync(soonest, day: first.PlusDays(days + 2));
        var held = await HeldAsync(journal, first, first.PlusDays(days + 3));
        Assert.Equal([days, days + 1], held.Select(d => Period.DaysBetween(first, d)).Order());
    }

    [Fact]
    public async Task A_warning_holds_no_evening_and_a_score_holds_those_from_its_day_to_a_better_one()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var first = journal.Today;
        var asked = Warning("pregnancy");
        await BookOf(journal).AnswerAsync(new Dictionary<string, bool>(AllNo) { ["pregnancy"] = true }, day: first);
        Assert.Equal(5, (await HeldAsync(journal, first, first.PlusDays(4))).Count);
        Assert.Empty(await HeldAsync(journal, first, first.PlusDays(4), asked));
        await AnsweredAsync(
            journal,
            "epworth",
            (first.PlusDays(1), """{"epworth":{"total":15}}"""),
            (first.PlusDays(3), """{"epworth":{"total":4}}""")
        );
        var held = await HeldAsync(journal, first, first.PlusDays(4), asked);
        Assert.Equal([1, 2], held.Select(d => Period.DaysBetween(first, d)).Order());
    }

    private static async Task AnsweredAsync(
        Journal journal,
        string instrument,
        params (LocalDate Day, string Scores)[] answers
    )
    {
        foreach (var (day, scores) in answers)
            await journal.RecordAsync(
                new Draft("questionnaire").Add(
                    new Response
                    {
                        Instrument = instrument,
                        Version = "1",
                        Day = day,
                        Completed = true,
                        Json = "{}",
                        Source = "questionnaire",
                        Scores = scores,
                    }
                )
            );
    }

    [Fact]
    public async Task Where_the_newest_answer_leaves_it_open_the_one_before_holds_the_evenings()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var first = journal.Today;
        await BookOf(journal).AnswerAsync(AllNo, day: first);
        await AnsweredAsync(
            journal,
            "phq-9",
            (first.PlusDays(1), """{"PHQ-9":{"item9Positive":true}}"""),
            (first.PlusDays(2), """{"PHQ-9":{"item9Positive":null}}"""),
            (first.PlusDays(4), """{"PHQ-9":{"item9Positive":false}}""")
        );
        await AnsweredAsync(
            journal,
            "epworth",
            (first.PlusDays(6), """{"epworth":{"total":15}}"""),
            (first.PlusDays(7), """{"epworth":{"total":null}}""")
        );
        var held = await HeldAsync(journal, first, first.PlusDays(8));
        // the thoughts of death are held against the person from today on, whatever day they were dated
        Assert.Equal([0, 1, 2, 3, 6, 7, 8], held.Select(d => Period.DaysBetween(first, d)).Order());
    }

    private static GateBook BookOf(Journal journal) => new(journal, MadeNights.Asked, Shelf.Catalogue);

    private static Dictionary<string, bool> AllNo => MadeNights.Asked.Of(Part).ToDictionary(g => g.Id, _ => false);

    [Theory, MemberData(nameof(Asked))]
    public async Task Each_gate_of_the_window_closes_with_yes_and_opens_with_no(string gate)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        Assert.Equal(WindowAdvice.Unanswered, await AdviceAsync(journal));
        await BookOf(journal).AnswerAsync(AllNo.Where(a => a.Key != gate).ToDictionary());
        Assert.Equal(WindowAdvice.Unanswered, await AdviceAsync(journal));
        await BookOf(journal).AnswerAsync(new Dictionary<string, bool> { [gate] = true });
        Assert.Equal(WindowAdvice.Closed, await AdviceAsync(journal));
        await BookOf(journal).AnswerAsync(new Dictionary<string, bool> { [gate] = false });
        Assert.Equal(WindowAdvice.Start, await AdviceAsync(journal));
    }
}
