namespace Inomya.Content;

/// <summary>A drink that is noted with one tap.</summary>
public sealed class FoodDrink
{
    /// <summary>Kebab-case; its words are <c>food.drink.ID</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>A glass or cup of it.</summary>
    public double Millilitres { get; init; }

    /// <summary>About so much caffeine in it, in milligrams; 0 for none.</summary>
    public double CaffeineMg { get; init; }

    /// <summary>Key of <see cref="FoodTags.Sources"/>.</summary>
    public string Source { get; init; } = "";
}
