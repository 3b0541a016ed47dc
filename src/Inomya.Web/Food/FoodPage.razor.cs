using Inomya.Content;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Inomya.Web.Food;

public sealed partial class FoodPage
{
    /// <summary>Groups of tags that are not folded away.</summary>
    private const int GroupsShown = 3;

    /// <summary>Favourites are told from so many days.</summary>
    private const int FavouriteDays = 28;

    private const int TagsInName = 4;

    private Journal _journal = null!;
    private LocalDate _today;
    private bool _away;
    private IReadOnlyList<Meal> _meals = [],
        _yesterday = [],
        _favourites = [];
    private IReadOnlyList<Drink> _drinks = [];
    private KnownFacts _known = null!;

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    private FoodTags Tags => Catalogue.Food;

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _today = _journal.Today;
        _away = await Hidden.HidesFoodAsync();
        if (_away)
            return;
        var meals = await _journal.MealsAsync(_today.PlusDays(-FavouriteDays), _today);
        _meals = [.. meals.Where(m => m.Day == _today)];
        _yesterday = Favourites.Yesterday(meals, _today);
        _favourites = Favourites.Of(meals);
        _drinks = await _journal.DrinksAsync(_today, _today);
        _known = await KnownFacts.ReadAsync(_journal, Medicines, Person.Stop);
    }

    private double Caffeine => _drinks.Sum(d => d.CaffeineMg);

    private IReadOnlyCollection<string> Ticked => _form is null ? [] : [.. _form["tags"].OfType<string>()];

    private List<Option> OptionsOf(string group) =>
        [.. Tags.Tags.Where(t => t.Group == group).Select(t => new Option(t.Id, Words[$"food.tag.{t.Id}"], HintOf(t)))];

    private string? HintOf(FoodTag tag) =>
        Words.Has($"food.tag.{tag.Id}.hint") ? Words[$"food.tag.{tag.Id}.hint"] : null;

    /// <summary>The person's own words for it, or the first of its tags.</summary>
    private string NameOf(Meal meal) => meal.Name ?? TagsOf(meal, TagsInName);

    private string TagsOf(Meal meal, int most = int.MaxValue) =>
        string.Join(
            ", ",
            Tags.Tags.Where(t => meal.TagIds().Contains(t.Id)).Take(most).Select(t => Words[$"food.tag.{t.Id}"])
        );

    private string? TimeOf(Drink drink) =>
        drink.At is { } at ? Words.Clock(at.InZone(_journal.Days.ZoneAt(at)).TimeOfDay) : null;

    private async Task TakeAsync()
    {
        _form = await FormAsync();
        if (await Forms.TakeAsync(_form) is { } change)
            Navigation.NavigateTo($"/food?{Done.Query(change)}");
        else if (_form["_handler"] == FoodForms.Meal)
            Wrong("tags", "food.error.tags");
        else
            Navigation.NavigateTo("/food?saved=same");
    }

    private async Task RemoveAsync()
    {
        var form = await FormAsync();
        var change = await _journal.RemoveRowAsync(form, _meals, m => m.Day)
            ?? await _journal.RemoveRowAsync(form, _drinks, d => d.Day);
        Navigation.NavigateTo($"/food?{Done.Query(change)}");
    }
}
