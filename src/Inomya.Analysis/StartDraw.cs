namespace Inomya.Analysis;

/// <summary>
/// The days among which the first day of a treatment was drawn, each as likely, and the seed that it was drawn by.
/// </summary>
/// <remarks>Draw before the first of them, and begin on the day drawn whatever the days before it are like.</remarks>
public sealed record StartDraw
{
    /// <summary>The fewest and the most days to draw among.</summary>
    public const int FewestDays = 7,
        MostDays = 21;

    /// <summary>From so many days on the draw alone can convince at 0.05: one day in fewer comes too often by chance.</summary>
    public const int DaysToConvince = 20;

    /// <param name="firstDay">Days since 1970-01-01.</param>
    /// <param name="days"><see cref="FewestDays"/> to <see cref="MostDays"/>.</param>
    /// <param name="seed">The same seed gives the same day, on every machine and in every version.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many days.</exception>
    public StartDraw(int firstDay, int days, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, FewestDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        (FirstDay, Days, Seed) = (firstDay, days, seed);
    }

    /// <summary>The first day that could have been drawn, days since 1970-01-01.</summary>
    public int FirstDay { get; }

    /// <summary>How many days could have been drawn, one after the other.</summary>
    public int Days { get; }

    public ulong Seed { get; }

    /// <summary>The day that was drawn, days since 1970-01-01.</summary>
    /// <remarks>A remainder of 64 bits: no day is likelier than another by more than one part in 10¹⁷.</remarks>
    public int StartDay => FirstDay + (int)(SplitMix64.At(Seed, 1) % (ulong)Days);

    /// <summary>The draw alone can tell at 0.05.</summary>
    public bool CanConvince => Days >= DaysToConvince;
}
