namespace Inomya.Analysis;

/// <summary>The first and the last recorded days beside each other: how much came of it all, whatever the way there.</summary>
/// <param name="Then">The first recorded days.</param>
/// <param name="Now">As many of the last; none is in both.</param>
/// <param name="Bound">What a day called bad is beyond, in outcome units; NaN where there is none.</param>
public sealed record ThenAndNow(RecordEnd Then, RecordEnd Now, double Bound)
{
    /// <summary>A season: long enough that weeks level out, short enough to be "now". Ours.</summary>
    public const int MostDays = 90;

    /// <summary>From fewer days each side a single bad week would decide. Ours.</summary>
    public const int FewestDays = 14;

    /// <summary>Now minus then, in outcome units.</summary>
    public double Change => Now.Mean - Then.Mean;

    /// <param name="values">Shape (days), one slot a calendar day. Unit: any. NaN: not recorded.</param>
    /// <param name="ticks">Shape (days). 1 on a day called bad; null: nobody was asked.</param>
    /// <param name="higherIsWorse">Which way is bad.</param>
    /// <returns>Null with fewer than twice <see cref="FewestDays"/> recorded days, or with none that has a number.</returns>
    public static ThenAndNow? Of(double[] values, double[]? ticks, bool higherIsWorse)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Moments.Count(values) == 0)
            return null;
        var bad = new BadDays(values, ticks, higherIsWorse);
        var filled = bad.Filled();
        var slots = Moments.RecordedSlots(filled);
        var length = Math.Min(MostDays, slots.Length / 2);
        return length < FewestDays ? null : new ThenAndNow(EndOf(slots[..length]), EndOf(slots[^length..]), bad.Bound);

        RecordEnd EndOf(int[] days)
        {
            var rated = days.Count(t => !double.IsNaN(values[t]));
            return new RecordEnd(days[0], days[^1], rated, days.Length - rated, days.Average(t => filled[t]));
        }
    }
}
