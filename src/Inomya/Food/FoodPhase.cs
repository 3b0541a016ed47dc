namespace Inomya.Food;

/// <summary>Where a food trial stands on a day.</summary>
public enum FoodPhase
{
    /// <summary>It was locked and has not begun.</summary>
    Waiting,

    /// <summary>Food as usual.</summary>
    Baseline,

    /// <summary>One thing is left out.</summary>
    Removal,

    /// <summary>It is eaten again, more each day.</summary>
    Challenge,

    /// <summary>It is left out again, so that what it did can pass.</summary>
    Washout,

    /// <summary>Food as usual again.</summary>
    Over,
}
