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
        return length < FewestDays
            ? null
            : new ThenAndNow(
                RecordEnd.Of(values, filled, slots[..length]),
                RecordEnd.Of(values, filled, slots[^length..]),
                bad.Bound
            );
    }

    /// <summary>Two stretches of days beside each other, counted as <see cref="Of"/> counts its two.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    /// <param name="from">The first slot of now.</param>
    /// <param name="to">The last slot of now.</param>
    /// <param name="before">The first slot of then, which ends where now begins.</param>
    /// <returns>Each is null where no day of it is recorded.</returns>
    public static (RecordEnd? Then, RecordEnd? Now, double Bound) Around(
        double[] values,
        double[]? ticks,
        bool higherIsWorse,
        int before,
        int from,
        int to
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Moments.Count(values) == 0)
            return (null, null, double.NaN);
        var bad = new BadDays(values, ticks, higherIsWorse);
        var filled = bad.Filled();
        var slots = Moments.RecordedSlots(filled);
        return (Within(before, from - 1), Within(from, to), bad.Bound);

        RecordEnd? Within(int first, int last) =>
            slots.Where(t => t >= first && t <= last).ToArray() is { Length: > 0 } inside
                ? RecordEnd.Of(values, filled, inside)
                : null;
    }
}
