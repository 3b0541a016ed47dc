using Inomya.Journals;
using NodaTime;

namespace Inomya.Food;

/// <summary>Meals that can be noted again with one tap.</summary>
public static class Favourites
{
    private const int Most = 4;

    /// <summary>The meals eaten most often, each once; among equals the last one first.</summary>
    /// <param name="meals">Of the last weeks, in the order in which they were noted.</param>
    public static IReadOnlyList<Meal> Of(IEnumerable<Meal> meals) =>
        [
            .. meals
                .Select((meal, i) => (meal, i))
                .GroupBy(m => (m.meal.Tags, m.meal.Name))
                .OrderByDescending(g => g.Count())
                .ThenByDescending(g => g.Max(m => m.i))
                .Take(Most)
                .Select(g => g.Last().meal),
        ];

    /// <summary>The meals of the day before, each once.</summary>
    public static IReadOnlyList<Meal> Yesterday(IEnumerable<Meal> meals, LocalDate today) =>
        [.. meals.Where(m => m.Day == today.PlusDays(-1)).DistinctBy(m => (m.Tags, m.Name))];

    /// <summary>Yesterday's meals on another day, as one change.</summary>
    public static Draft Again(IEnumerable<Meal> meals, LocalDate day, string? submission)
    {
        var draft = new Draft("meal", submission, day);
        foreach (var meal in meals)
            draft.Add(
                new Meal
                {
                    Day = day,
                    Tags = meal.Tags,
                    Name = meal.Name,
                }
            );
        return draft;
    }
}
