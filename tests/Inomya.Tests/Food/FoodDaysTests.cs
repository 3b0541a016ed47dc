using CsCheck;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Series;
using Inomya.Tests.Medicines;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Food;

/// <summary>Meals and drinks as columns of the days: what was not noted is neither eaten nor not eaten.</summary>
public class FoodDaysTests
{
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);

    private static Meal Eaten(LocalDate day, string tags) => new() { Day = day, Tags = tags };

    private static async Task<DaySeries?> SeriesAsync(Journal journal, params Recorded[] facts)
    {
        var draft = new Draft("meal");
        foreach (var fact in facts)
            draft.Add(fact);
        await journal.RecordAsync(draft);
        return await DaySeriesReader.ReadAsync(journal, Measures);
    }

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task A_tag_is_one_on_days_it_was_eaten_and_zero_only_on_days_that_were_noted_well(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var day = journal.Today;
        var series = await SeriesAsync(
            journal,
            Eaten(day.PlusDays(-4), "fish vegetables"),
            Eaten(day.PlusDays(-3), "vegetables"),
            Eaten(day.PlusDays(-3), "dairy"),
            // one meal alone does not say what else was eaten
            Eaten(day.PlusDays(-2), "vegetables"),
            // nothing at all on the day before, and today
            Eaten(day, "fish")
        );
        Assert.Equal([1, 0, double.NaN, double.NaN, 1], series!.Find("food_fish")!.Values);
        Assert.Equal([1, 1, 1, double.NaN, double.NaN], series.Find("food_vegetables")!.Values);
        Assert.Null(series.Find("food_sweets"));
    }

    [Fact]
    public void Whatever_is_noted_a_day_without_a_meal_has_no_value_of_any_tag() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3])
            .Array[1, 20]
            .Sample(
                rows =>
                {
                    var journal = Storage.NewJournalAsync(Storage.Sqlite).GetAwaiter().GetResult();
                    string[] tags = ["fish", "dairy", "sweets", "fish sweets"];
                    var meals = rows.Select(r => Eaten(journal.Today.PlusDays(-r.Item1), tags[r.Item2])).ToArray();
                    var series = SeriesAsync(journal, meals).GetAwaiter().GetResult()!;
                    foreach (var column in series.Columns.Where(c => FoodTags.TagOf(c.Key.Name) is not null))
                        for (var row = 0; row < series.Days; row++)
                        {
                            var of = meals.Where(m => m.Day == series.DayAt(row)).ToList();
                            var eaten = of.Exists(m => m.TagIds().Contains(FoodTags.TagOf(column.Key.Name)));
                            Assert.Equal(
                                eaten ? 1
                                    : of.Count >= 2 ? 0
                                    : double.NaN,
                                column.Values[row]
                            );
                        }
                },
                iter: 20
            );

    [Fact]
    public async Task Water_and_caffeine_have_a_value_only_where_some_was_noted_and_what_was_typed_stands()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var (day, noon) = (journal.Today, journal.Now);
        var series = await SeriesAsync(
            journal,
            new Drink
            {
                Day = day,
                At = noon,
                What = "water",
                Millilitres = 200,
            },
            new Drink
            {
                Day = day,
                What = "water",
                Millilitres = 200,
            },
            new Drink
            {
                Day = day.PlusDays(-1),
                At = noon - Duration.FromDays(1),
                What = "coffee",
                Millilitres = 150,
                CaffeineMg = 95,
            },
            new Drink
            {
                Day = day,
                At = noon,
                What = "tea",
                Millilitres = 200,
                CaffeineMg = 30,
            },
            new Entry
            {
                Measure = "caffeine",
                Value = 4,
                Unit = "{cups}/d",
                Day = day,
                Source = "checkin",
            }
        );
        Assert.Equal([double.NaN, 400], series!.Find("water")!.Values);
        Assert.Equal([1, 4], series.Find("caffeine")!.Values);
        // noon in UTC is one o'clock in Madrid
        Assert.Equal([13, 13], series.Find("caffeine_hour")!.Values);
    }

    [Fact]
    public async Task Alcohol_of_a_meal_is_the_column_that_the_check_in_asks()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var series = await SeriesAsync(journal, Eaten(journal.Today, "alcohol fish"));
        Assert.Equal([1], series!.Find("alcohol")!.Values);
        Assert.Null(series.Find("food_alcohol"));
    }

    [Fact]
    public async Task A_cup_past_midnight_counts_on_from_the_day_it_belongs_to()
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, clock);
        await journal.UpdatePersonAsync(journal.Person with { DayBoundary = new LocalTime(4, 0) });
        journal = await journal.Store.OfAsync(journal.Person.Id);
        var night = new LocalDateTime(2026, 11, 22, 1, 30).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Madrid"]);
        var series = await SeriesAsync(
            journal,
            new Drink
            {
                Day = new LocalDate(2026, 11, 21),
                At = night.ToInstant(),
                What = "coffee",
                Millilitres = 150,
                CaffeineMg = 95,
            }
        );
        Assert.Equal([25.5], series!.Find("caffeine_hour")!.Values);
    }

    [Fact]
    public async Task The_hour_of_the_last_cup_is_not_known_where_one_cup_has_no_time()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        Drink Coffee(int ago, bool timed) =>
            new()
            {
                Day = journal.Today.PlusDays(-ago),
                At = timed ? journal.Now - Duration.FromDays(ago) : null,
                What = "coffee",
                Millilitres = 150,
                CaffeineMg = 95,
            };
        var series = await SeriesAsync(journal, Coffee(1, true), Coffee(0, true), Coffee(0, false));
        Assert.Equal([13, double.NaN], series!.Find("caffeine_hour")!.Values);
        Assert.Equal([1, 2], series.Find("caffeine")!.Values);
    }

    [Fact]
    public async Task Tags_become_factors_that_the_analysis_looks_at()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var random = new Random(4);
        var draft = new Draft("meal");
        for (var ago = 120; ago > 0; ago--)
        {
            var (day, fish) = (journal.Today.PlusDays(-ago), random.Next(3) == 0);
            draft.Add(Eaten(day, fish ? "fish" : "eggs")).Add(Eaten(day, "vegetables"));
            draft.Add(
                new Entry
                {
                    Measure = "pain",
                    Value = 3 + random.Next(4),
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Unit = "{score}",
                    Day = day,
                    Source = "checkin",
                }
            );
        }
        await journal.RecordAsync(draft);
        var report = await JournalFindings.ReadAsync(journal, Measures);
        Assert.Contains("food_fish", report!.Roles.Factors.Keys);
        Assert.Contains(report.Result.Triggers, t => t.Factor == "food_fish");
    }

    [Fact]
    public async Task With_an_eating_disorder_no_column_tells_of_food_and_without_it_they_are_back()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var told = new HistoryItem { Kind = HistoryKind.Condition, Text = "eating disorder" };
        var series = await SeriesAsync(journal, Eaten(journal.Today, "fish"), told, PainToday(journal));
        Assert.Null(series!.Find("food_fish"));
        await journal.RecordAsync(new Draft("delete").Remove((await journal.FindAsync<HistoryItem>(told.Id))!));
        Assert.NotNull((await DaySeriesReader.ReadAsync(journal, Measures))!.Find("food_fish"));

        var book = new GateBook(journal, Gates.Read(Shelf.Content), Shelf.Catalogue);
        await book.AnswerAsync(new Dictionary<string, bool> { [FoodPutAway.Gate] = true });
        Assert.True(await FoodPutAway.IsAsync(journal, Measures.Food));
        Assert.Null((await DaySeriesReader.ReadAsync(journal, Measures))!.Find("food_fish"));
        await book.AnswerAsync(new Dictionary<string, bool> { [FoodPutAway.Gate] = false });
        Assert.False(await FoodPutAway.IsAsync(journal, Measures.Food));
        Assert.NotNull((await DaySeriesReader.ReadAsync(journal, Measures))!.Find("food_fish"));
    }

    private static Entry PainToday(Journal journal) =>
        new()
        {
            Measure = "pain",
            Value = 5,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = journal.Today,
            Source = "checkin",
        };

    [Fact]
    public async Task Favourites_are_what_was_eaten_most_and_yesterday_again_is_one_change()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var yesterday = journal.Today.PlusDays(-1);
        Meal[] meals =
        [
            Eaten(yesterday.PlusDays(-1), "fish"),
            Eaten(yesterday, "dairy fruit"),
            Eaten(yesterday, "fish"),
            Eaten(yesterday, "fish"),
        ];
        await SeriesAsync(journal, meals);
        var noted = await journal.MealsAsync(null, null);
        Assert.Equal(["fish", "dairy fruit"], Favourites.Of(noted).Select(m => m.Tags));
        var again = Favourites.Yesterday(noted, journal.Today);
        Assert.Equal(2, again.Count);
        var change = await journal.RecordAsync(Favourites.Again(again, journal.Today, "once"));
        Assert.Equal(change.Id, (await journal.RecordAsync(Favourites.Again(again, journal.Today, "once"))).Id);
        Assert.Equal(2, (await journal.MealsAsync(journal.Today, journal.Today)).Count);
        await journal.UndoAsync(change.Id);
        Assert.Empty(await journal.MealsAsync(journal.Today, journal.Today));
    }
}
