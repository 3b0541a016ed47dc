namespace Inomya.Content;

/// <summary>Something a meal can be tagged with.</summary>
public sealed class FoodTag
{
    /// <summary>Kebab-case; its words are <c>food.tag.ID</c>, its column in a daily table <see cref="Column"/>.</summary>
    public string Id { get; init; } = "";

    public string Group { get; init; } = "";

    /// <summary>Key of <see cref="FoodTags.Sources"/>.</summary>
    public string Source { get; init; } = "";

    /// <summary>One of the fourteen that food labels of the European Union name.</summary>
    public bool EuAllergen { get; init; }

    /// <summary>It may be left out for a while in a food trial.</summary>
    public bool Trial { get; init; }

    /// <summary>Gates that are asked besides those of every food trial, before this is left out.</summary>
    public List<string> Gates { get; init; } = [];

    /// <summary>An allergy with one of these words is one to this.</summary>
    public List<string> AllergyWords { get; init; } = [];

    /// <summary>The measure of the check-in that asks the same; null where it asks nothing of the kind.</summary>
    public string? Measure { get; init; }

    /// <summary>Name of its column in a daily table.</summary>
    public string Column => Measure ?? FoodTags.ColumnOf(Id);
}
