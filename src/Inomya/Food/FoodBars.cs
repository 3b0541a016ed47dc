using Inomya.Vocabulary;

namespace Inomya.Food;

/// <summary>Bars a food trial by what the journal knows.</summary>
public static class FoodBars
{
    /// <summary>What bars it; none when nothing is known that does. The gates are asked besides.</summary>
    /// <param name="item">The names of the item in every language; none while no item is chosen.</param>
    public static IReadOnlyList<FoodBar> Of(KnownFacts known, FoodTrialRules rules, IEnumerable<string> item)
    {
        var bars = new List<FoodBar>();
        if (known.Medicines.Overlaps(rules.DiabetesMedicines))
            bars.Add(FoodBar.DiabetesMedicine);
        if (rules.StrongReactionWords.Exists(w => IsIn(known, w)))
            bars.Add(FoodBar.StrongReaction);
        if (item.Any(name => IsIn(known, name)))
            bars.Add(FoodBar.AllergyToItem);
        return bars;
    }

    private static bool IsIn(KnownFacts known, string name) =>
        known.Allergies.Any(a => PlainWords.Contain(PlainWords.Of(a), PlainWords.Of(name)));
}
