using Inomya.Content;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using Inomya.WhatHelped;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.WhatHelped;

/// <summary>What stands beside a course: of its own days and no other, first and last day included.</summary>
public class HelpedLimitsTests
{
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);

    private static async Task<Journal> JournalAsync(params Recorded[] facts)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));
        var draft = new Draft("edit");
        for (var day = 0; day < 60; day++)
            draft.Add(
                new Entry
                {
                    Measure = "pain",
                    Value = day % 5,
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Day = journal.Today.PlusDays(-day),
                    Source = "checkin",
                }
            );
        foreach (var fact in facts)
            draft.Add(fact);
        await journal.RecordAsync(draft);
        return journal;
    }

    private static async Task<Tried> TriedAsync(params Recorded[] facts) =>
        Assert.Single(
            (
                await WhatHelpedReview.OfAsync(
                    await JournalAsync(facts),
                    Measures,
                    _ => [],
                    WhatHelpedRules.Read(Shelf.Content)
                )
            )!.Courses()
        );

    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly LocalDate First = Today.PlusDays(-40),
        Last = Today.PlusDays(-11);

    private static readonly Treatment Belt = new() { Name = "Heat belt", Kind = TreatmentKind.Device };

    private static Course Worn(LocalDate? end) =>
        new()
        {
            TreatmentId = Belt.Id,
            Start = First,
            End = end,
        };

    private static Cost Paid(LocalDate day, decimal amount, string text = "heat belt") =>
        new()
        {
            Kind = CostKind.Aid,
            Day = day,
            Amount = amount,
            Currency = "EUR",
            Text = text,
        };

    [Fact]
    public async Task What_was_paid_on_the_first_and_the_last_day_counts_and_a_day_beside_them_does_not()
    {
        var tried = await TriedAsync(
            Belt,
            Worn(Last),
            Paid(First.PlusDays(-1), 1),
            Paid(First, 2),
            Paid(Last, 4),
            Paid(Last.PlusDays(1), 8),
            Paid(First, 16, "bus"),
            new Cost
            {
                Kind = CostKind.Therapy,
                Day = First,
                Hours = 1.5,
                Text = "heat belt fitted",
            }
        );
        Assert.Equal([new Total(6, "EUR"), new Total(1.5, "h")], tried.Costs);
    }

    [Fact]
    public async Task A_side_effect_stands_beside_the_course_on_whose_days_it_was()
    {
        SideEffect Felt(LocalDate day, string text) =>
            new()
            {
                TreatmentId = Belt.Id,
                Day = day,
                Text = text,
            };
        var tried = await TriedAsync(
            Belt,
            Worn(Last),
            Felt(Last, "at the end"),
            Felt(First, "at first"),
            Felt(First.PlusDays(-1), "before"),
            Felt(Last.PlusDays(1), "after"),
            Felt(First, "of another") with
            {
                TreatmentId = Guid.CreateVersion7(),
            }
        );
        Assert.Equal(["at first", "at the end"], tried.SideEffects.Select(s => s.Text));
    }

    [Theory]
    [InlineData(29, HelpStanding.Told)]
    [InlineData(28, HelpStanding.Told)]
    [InlineData(27, HelpStanding.TooEarly)]
    public async Task A_course_is_judged_from_the_28th_day_after_its_first_on_however_long_ago_it_ended(
        int days,
        HelpStanding standing
    ) => Assert.Equal(standing, (await TriedAsync(Belt, Worn(First.PlusDays(days)))).Standing);

    [Fact]
    public async Task A_course_that_begins_tomorrow_was_not_tried()
    {
        var journal = await JournalAsync(Belt, Worn(null) with { Start = Today.PlusDays(1) });
        var review = await WhatHelpedReview.OfAsync(journal, Measures, _ => [], WhatHelpedRules.Read(Shelf.Content));
        Assert.Empty(review!.Courses());
    }

    [Theory]
    [InlineData(0.025, "worse after it")]
    [InlineData(0.0251, "cannot tell")]
    public void Worse_is_said_up_to_a_probability_of_25_in_1000(double improvement, string said) =>
        Assert.Equal(
            said,
            new HelpedSentences(new Words(Shelf.Content)).VerdictOf(
                new(1, 0.1, 2, improvement, 0.01, Analysis.Verdict.CannotTell, 60, 60)
            )
        );
}
