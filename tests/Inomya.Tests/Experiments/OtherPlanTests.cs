using Inomya.Content;
using Inomya.Experiments;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using Inomya.WeeklyReviews;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Experiments;

/// <summary>Plans that are not of blocks stand beside those of blocks, and never in their place.</summary>
public class OtherPlanTests
{
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);

    /// <summary>A food trial that was locked on a day.</summary>
    internal static Experiment FoodOn(LocalDate day) =>
        LockedAsync(day, j =>
                new FoodTrialBook(j, Measures, FoodTrialRules.Read(Shelf.Content)).LockAsync(
                    "dairy",
                    "pain",
                    21,
                    "rule",
                    null
                )
            )
            .GetAwaiter()
            .GetResult();

    /// <summary>"Does tracking harm me?" as it was locked on a day.</summary>
    internal static Experiment TrackingOn(LocalDate day) =>
        LockedAsync(day, j =>
                new TrackingBook(j, Measures, WeeklyReviewRules.Read(Shelf.Content)).LockAsync(
                    7,
                    new SeedSource(() => 1),
                    "rule",
                    null
                )
            )
            .GetAwaiter()
            .GetResult();

    private static async Task<Experiment> LockedAsync(LocalDate day, Func<Journal, Task> locked)
    {
        var noon = day.At(new LocalTime(12, 0)).InUtc().ToInstant();
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(noon));
        await locked(journal);
        return Assert.Single(await journal.AllAsync<Experiment>());
    }

    [Fact]
    public async Task The_pages_of_blocks_know_nothing_of_them_and_they_know_nothing_of_blocks()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(new Draft("experiment").Add(FoodOn(journal.Today)));
        var blocks = ExperimentBook.ToRead(journal, Measures);
        Assert.Null(await blocks.CurrentAsync());
        Assert.Null(await blocks.FindAsync((await journal.AllAsync<Experiment>())[0].Id));
        Assert.Single(await OtherPlans.OfAsync(journal, OtherPlans.Food));
        Assert.Empty(await OtherPlans.OfAsync(journal, OtherPlans.Tracking));
        Assert.NotNull(await OtherPlans.OpenAsync(journal, Measures.Food));
    }

    [Fact]
    public async Task A_food_trial_holds_up_no_other_test_while_food_is_put_away()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(
            new Draft("experiment")
                .Add(FoodOn(journal.Today))
                .Add(new HistoryItem { Kind = HistoryKind.Condition, Text = "eating disorder" })
        );
        Assert.Null(await OtherPlans.OpenAsync(journal, Measures.Food));
        // another that goes on is not hidden behind it
        await journal.RecordAsync(new Draft("experiment").Add(TrackingOn(journal.Today)));
        Assert.Equal(OtherPlans.Tracking, (await OtherPlans.OpenAsync(journal, Measures.Food))?.Kind);
    }
}
