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

    private static Task<IReadOnlySet<LocalDate>> HeldAsync(Journal journal, LocalDate from, LocalDate to) =>
        new HeldEvenings(journal, MadeNights.Asked, Part).ReadAsync(from, to);

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
        var book = BookOf(journal);
        var warning = MadeNights
            .Asked.Of(Part)
            .Where(g => g.Cautions.Contains(Part))
            .ToDictionary(g => g.Id, _ => true);
        await book.AnswerAsync(
            AllNo.Where(a => !warning.ContainsKey(a.Key)).Concat(warning).ToDictionary(),
            day: first
        );
        Assert.Empty(await HeldAsync(journal, first, first.PlusDays(4)));
        var draft = new Draft("questionnaire");
        foreach (var (day, total) in new[] { (1, 15), (3, 4) })
            draft.Add(
                new Response
                {
                    Instrument = "epworth",
                    Version = "1",
                    Day = first.PlusDays(day),
                    Completed = true,
                    Json = "{}",
                    Source = "questionnaire",
                    Scores = "{\"epworth\":{\"total\":" + total + "}}",
                }
            );
        await journal.RecordAsync(draft);
        var held = await HeldAsync(journal, first, first.PlusDays(4));
        Assert.Equal([1, 2], held.Select(d => Period.DaysBetween(first, d)).Order());
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
