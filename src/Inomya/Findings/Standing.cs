namespace Inomya.Findings;

/// <summary>Where a day lies against the middle half of the days before it.</summary>
public enum Standing
{
    /// <summary>Inside the middle half, its ends included.</summary>
    Usual,

    /// <summary>Outside it, on the side that is good for this measure.</summary>
    Better,

    /// <summary>Outside it, on the side that is bad for this measure.</summary>
    Worse,

    /// <summary>Below it, where neither side is good.</summary>
    Lower,

    /// <summary>Above it, where neither side is good.</summary>
    Higher,
}
