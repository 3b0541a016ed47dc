namespace Inomya.Food;

/// <summary>What the journal knows that bars a food trial, whatever was answered to its gates.</summary>
public enum FoodBar
{
    /// <summary>A medicine on the list can make blood sugar fall too low when meals change.</summary>
    DiabetesMedicine,

    /// <summary>An allergy with a strong reaction is on the list.</summary>
    StrongReaction,

    /// <summary>An allergy to this very thing is on the list.</summary>
    AllergyToItem,
}
