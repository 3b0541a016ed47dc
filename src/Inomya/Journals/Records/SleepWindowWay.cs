namespace Inomya.Journals;

/// <summary>How a sleep window comes down to the hours slept.</summary>
public enum SleepWindowWay
{
    /// <summary>A little less each week (sleep compression).</summary>
    Gentle,

    /// <summary>At once (sleep restriction).</summary>
    Direct,
}
