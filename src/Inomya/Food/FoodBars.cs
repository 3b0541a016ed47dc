using Inomya.Content;
using Inomya.Vocabulary;

namespace Inomya.Food;

/// <summary>Bars a food trial by what the journal knows.</summary>
public static class FoodBars
{
    /// <summary>What bars it; none when nothing is known that does. The gates are asked besides.</summary>
    /// <param name="item">What is to be left out; null while nothing is chosen.</param>
    public static IReadOnlyList<FoodBar> Of(KnownFacts known, FoodTrialRules rules, FoodTag? item)
    {
        var bars = new List<FoodBar>();
        if (known.Medicines.Overlaps(rules.DiabetesMedicines))
            bars.Add(FoodBar.DiabetesMedicine);
        if (rules.StrongReactionWords.Exists(w => IsIn(known, w)))
            bars.Add(FoodBar.StrongReaction);
        if (item?.AllergyWords.Exists(w => IsIn(known, w)) == true)
            bars.Add(FoodBar.AllergyToItem);
        return bars;
    }

    private static bool IsIn(KnownFacts known, string name) =>
        known.Allergies.Any(a => PlainWords.ContainInAnyNumber(PlainWords.Of(a), PlainWords.Of(name)));
}
