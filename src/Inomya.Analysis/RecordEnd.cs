namespace Inomya.Analysis;

/// <summary>The first or the last recorded days of a record.</summary>
/// <param name="FromSlot">Slot of the first of them.</param>
/// <param name="ToSlot">Slot of the last of them.</param>
/// <param name="Rated">Days with a number.</param>
/// <param name="Ticked">Days that were called bad and have no number.</param>
/// <param name="Mean">
/// In outcome units, over both: a ticked day counts as what is to be expected beyond <see cref="ThenAndNow.Bound"/>.
/// </param>
public sealed record RecordEnd(int FromSlot, int ToSlot, int Rated, int Ticked, double Mean)
{
    /// <summary>Recorded days: a tick is a record.</summary>
    public int Days => Rated + Ticked;

    /// <param name="values">As recorded.</param>
    /// <param name="filled">With what a day called bad is worth.</param>
    /// <param name="days">Slots of recorded days, in order; at least one.</param>
    internal static RecordEnd Of(double[] values, double[] filled, int[] days)
    {
        var rated = days.Count(t => !double.IsNaN(values[t]));
        return new RecordEnd(days[0], days[^1], rated, days.Length - rated, days.Average(t => filled[t]));
    }
}
