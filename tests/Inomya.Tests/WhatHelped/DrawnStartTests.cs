using Inomya.Analysis;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using Inomya.WhatHelped;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.WhatHelped;

/// <summary>A course whose first day was drawn keeps how, and "what helped" says what the draw by itself tells.</summary>
public class DrawnStartTests
{
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly LocalDate Start = Today.PlusDays(-40);

    private static DrawnStart DrawnAmong(int days)
    {
        var from = Start.PlusDays(-5);
        var seeds = Enumerable.Range(0, 1000).Select(s => (ulong)s);
        return new DrawnStart(
            from,
            days,
            seeds.First(s => new StartDraw(from.ToEpochDay(), days, s).StartDay == Start.ToEpochDay())
        );
    }

    private static async Task<BeforeAndAfter> TriedAsync(DrawnStart? drawn)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));
        var walk = new Treatment { Name = "Walking", Kind = Inomya.Journals.TreatmentKind.Exercise };
        var course = new Course
        {
            TreatmentId = walk.Id,
            Start = Start,
            Schedule = new DoseSchedule { Drawn = drawn },
        };
        var draft = new Draft("edit").Add(walk).Add(course);
        for (var ago = 0; ago < 90; ago++)
            draft.Add(
                new Entry
                {
                    Measure = "pain",
                    Value = (ago * 7 % 3) + (ago > 40 ? 6 : 2),
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Day = Today.PlusDays(-ago),
                    Source = "checkin",
                }
            );
        await journal.RecordAsync(draft);
        var review = await WhatHelpedReview.OfAsync(journal, Measures, _ => [], WhatHelpedRules.Read(Shelf.Content));
        return Assert.Single(Assert.Single(review!.Courses()).Outcomes);
    }

    [Fact]
    public async Task The_draw_is_kept_and_tested()
    {
        var drawn = DrawnAmong(20);
        var tried = await TriedAsync(drawn);
        Assert.Equal(0.05, tried.Effect!.StartDay!.P, 12);
        Assert.InRange(-4, tried.Effect.StartDay.Lo, tried.Effect.StartDay.Hi);
        Assert.Null((await TriedAsync(null)).Effect!.StartDay);
        Assert.Null((await TriedAsync(drawn with { From = drawn.From.PlusDays(1) })).Effect!.StartDay);
        Assert.Null((await TriedAsync(drawn with { Days = 400 })).Effect!.StartDay);
    }

    [Fact]
    public void It_is_written_with_the_plan_and_read_again()
    {
        var plan = new DoseSchedule { Drawn = new DrawnStart(Start, 21, ulong.MaxValue) };
        Assert.Equal(plan.Drawn, DoseSchedule.Read(plan.Write()).Drawn);
        Assert.DoesNotContain("drawn", new DoseSchedule().Write(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("en", 21, 1, "The first day was drawn by lot among 21 days. The days changed most at the one drawn.")]
    [InlineData("en", 21, 2, "At 2 of them the days changed as much as at the one drawn")]
    [InlineData("en", 19, 1, "can tell only among 20 days or more")]
    [InlineData("es", 21, 1, "El primer día se sorteó entre 21 días. Los días cambiaron más justo en el día sorteado.")]
    [InlineData("es", 21, 2, "En 2 de ellos los días cambiaron tanto como en el sorteado")]
    [InlineData("es", 19, 1, "solo puede decirlo entre 20 días o más")]
    public void The_sentence_says_no_more_than_the_draw(string language, int days, int asLarge, string said)
    {
        var effect = new TreatmentEffect(-1, -2, 0, 0.97, 0.5, Verdict.CannotTell, 60, 60)
        {
            StartDay = new StartDayResult((double)asLarge / days, -1, -3, 1, days),
        };
        var outcome = new BeforeAndAfter(new DayColumn(new ColumnName("pain"), null, []), [], [], effect, null);
        var sentences = new HelpedSentences(new Words(Shelf.Content, language));
        Assert.Contains(said, sentences.Draw(outcome)!, StringComparison.Ordinal);
        Assert.Null(sentences.Draw(outcome with { Effect = effect with { StartDay = null } }));
    }
}
