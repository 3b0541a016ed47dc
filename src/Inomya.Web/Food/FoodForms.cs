using Inomya.Content;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Food;

/// <summary>Takes what was eaten and drunk: a meal by its tags, meals of before again, a glass or a cup.</summary>
public sealed class FoodForms(PersonJournal person, MeasureCatalogue catalogue) : IKeptForms
{
    public const string Meal = "meal",
        Again = "meal-again",
        Drink = "drink";

    /// <summary>In place of the id of a meal: all that was eaten the day before.</summary>
    public const string Yesterday = "yesterday";

    private const int LongestName = 80;

    public IReadOnlyCollection<string> Names { get; } = [Meal, Again, Drink];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) => "/food";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        await TakeAsync(form, at, stop) is { } change ? KeptResult.Recorded(change) : KeptResult.Refused;

    /// <summary>Null when there is nothing that can be recorded.</summary>
    /// <param name="at">When the person sent it; now where it is not told.</param>
    public async Task<Change?> TakeAsync(IFormCollection form, Instant? at = null, CancellationToken stop = default)
    {
        var journal = await person.OpenAsync();
        var day = IsoDay.DayOf(form["day"]) is { } told && told <= journal.Today ? told : journal.Today;
        var when = TimeIn(form, journal, day) ?? TimeOf(at ?? journal.Now, journal, day);
        return form["_handler"].ToString() switch
        {
            Drink => await DrinkAsync(journal, form, day, when, stop),
            Again => await AgainAsync(journal, form, day, stop),
            _ => await MealAsync(journal, form, day, when, stop),
        };
    }

    /// <summary>A moment that is of the day; one of another day tells nothing of the time.</summary>
    private static Instant? TimeOf(Instant at, Journal journal, LocalDate day) =>
        journal.Days.DayOf(at) == day ? at : null;

    /// <summary>A time that was typed, on that day: before the day's boundary it is of the night that ends it.</summary>
    private static Instant? TimeIn(IFormCollection form, Journal journal, LocalDate day) =>
        LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(form["time"].ToString()) is { Success: true } time
            ? journal.Days.InstantOf(day, time.Value)
            : null;

    private async Task<Change?> DrinkAsync(
        Journal journal,
        IFormCollection form,
        LocalDate day,
        Instant? when,
        CancellationToken stop
    ) =>
        catalogue.Food.FindDrink(form["what"].ToString()) is not { } drink
            ? null
            : await journal.RecordAsync(
                new Draft("drink", form["submission"], day).Add(
                    new Drink
                    {
                        Day = day,
                        At = when,
                        What = drink.Id,
                        Millilitres = drink.Millilitres,
                        CaffeineMg = drink.CaffeineMg,
                    }
                ),
                stop
            );

    private static async Task<Change?> AgainAsync(
        Journal journal,
        IFormCollection form,
        LocalDate day,
        CancellationToken stop
    )
    {
        var meals = await journal.MealsAsync(null, day, stop);
        var again =
            form["which"] == Yesterday
                ? Favourites.Yesterday(meals, day)
                : [.. meals.Where(m => $"{m.Id}" == form["which"].ToString()).Take(1)];
        return again.Count == 0
            ? null
            : await journal.RecordAsync(Favourites.Again(again, day, form["submission"]), stop);
    }

    private async Task<Change?> MealAsync(
        Journal journal,
        IFormCollection form,
        LocalDate day,
        Instant? when,
        CancellationToken stop
    )
    {
        var tags = catalogue.Food.Tags.Select(t => t.Id).Intersect(form["tags"].OfType<string>()).ToList();
        var name = form["name"].ToString().Trim();
        if (tags.Count == 0 || name.Length > LongestName)
            return null;
        return await journal.RecordAsync(
            new Draft("meal", form["submission"], day).Add(
                new Meal
                {
                    Day = day,
                    At = when,
                    Tags = string.Join(' ', tags.Order(StringComparer.Ordinal)),
                    Name = name.Length == 0 ? null : name,
                }
            ),
            stop
        );
    }
}
