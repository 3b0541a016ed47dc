using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Series;

/// <summary>Meals and drinks as columns of a daily table.</summary>
/// <remarks>
/// A tag is 1 on a day on which any meal has it, and 0 only on a day with at least <see cref="MealsForNo"/> meals of
/// which none has it: of a day that was hardly noted nothing is known. Caffeine and water have a value only on days on
/// which some was noted; none noted is not none drunk. The hour of the last cup has one only where every cup has a time.
/// </remarks>
internal static class FoodDays
{
    /// <summary>So many meals make a day that was noted well enough to say what was not eaten. A rule of ours.</summary>
    public const int MealsForNo = 2;

    private const string Water = "water",
        Caffeine = "caffeine",
        CaffeineHour = "caffeine_hour";

    /// <summary>The values of the days; none where food is put away.</summary>
    public static async Task<IReadOnlyList<DevicePoint>> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop
    )
    {
        var meals = await journal.MealsAsync(from, to, stop);
        var drinks = await journal.DrinksAsync(from, to, stop);
        if (meals.Count + drinks.Count == 0 || await FoodPutAway.IsAsync(journal, catalogue.Food, stop))
            return [];
        return [.. OfMeals(meals, catalogue.Food), .. OfDrinks(drinks, journal)];
    }

    private static IEnumerable<DevicePoint> OfMeals(IReadOnlyList<Meal> meals, FoodTags tags)
    {
        var known = meals.SelectMany(m => m.TagIds()).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var day in meals.GroupBy(m => m.Day))
        {
            var eaten = day.SelectMany(m => m.TagIds()).ToHashSet(StringComparer.Ordinal);
            foreach (var tag in known.Where(t => eaten.Contains(t) || day.Count() >= MealsForNo))
                yield return new DevicePoint(ColumnOf(tag, tags), day.Key, eaten.Contains(tag) ? 1 : 0);
        }
    }

    /// <summary>A tag that content does not have any more keeps its column.</summary>
    private static string ColumnOf(string tag, FoodTags tags) => tags.Find(tag)?.Column ?? FoodTags.ColumnOf(tag);

    private static IEnumerable<DevicePoint> OfDrinks(IReadOnlyList<Drink> drinks, Journal journal)
    {
        foreach (var day in drinks.Where(d => d.What == Water).GroupBy(d => d.Day))
            yield return new DevicePoint(Water, day.Key, day.Sum(d => d.Millilitres));
        foreach (var day in drinks.Where(d => d.CaffeineMg > 0).GroupBy(d => d.Day))
        {
            yield return new DevicePoint(Caffeine, day.Key, day.Count());
            // of a day with a cup whose time nobody knows the last one is not known
            if (day.All(d => d.At is not null))
                yield return new DevicePoint(
                    CaffeineHour,
                    day.Key,
                    HourOf(day.Max(d => d.At!.Value), day.Key, journal)
                );
        }
    }

    /// <summary>Hours since the midnight that the day is named after: past midnight it is more than 24.</summary>
    private static double HourOf(Instant at, LocalDate day, Journal journal)
    {
        var local = at.InZone(journal.Days.ZoneAt(at)).LocalDateTime;
        return (local - day.AtMidnight()).ToDuration().TotalHours;
    }
}
