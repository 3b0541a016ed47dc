using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Sleep;
using Inomya.Tests.Medicines;
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
            .Review(new WindowFacts(Today, Same(14, 540, 400), [], [], await BookOf(journal).ForAsync(Part)))
            .Advice;

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
