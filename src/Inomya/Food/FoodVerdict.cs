namespace Inomya.Food;

/// <summary>What a food trial showed, by the rule that was locked before it began.</summary>
public enum FoodVerdict
{
    CannotTell,

    /// <summary>Worth keeping out for now; talked over with somebody who knows food, and tried again.</summary>
    KeepOut,

    /// <summary>Back to the usual food.</summary>
    UsualFood,
}
