namespace Inomya.Analysis;

/// <summary>Factors of which it cannot be told yet whether they make a difference.</summary>
internal static class Unsettled
{
    /// <summary>Ten years: a longer wait is no plan.</summary>
    private const int MostDaysToSettle = 3_652;

    /// <summary>
    /// A factor that was not found made no difference only where the intervals of all its delays lie within what is
    /// worth knowing. Of every other it cannot be told yet.
    /// </summary>
    public static IEnumerable<Declined> Among(IReadOnlyList<Trigger> triggers, double worth) =>
        triggers
            .GroupBy(t => t.Factor)
            .Where(factor => !factor.Any(t => t.Selected) && !factor.All(t => Reach(t) <= worth))
            .Select(factor => CannotTell([.. factor], worth));

    private static Declined CannotTell(Trigger[] delays, double worth)
    {
        var open = delays.MaxBy(Reach)!;
        var need = DaysToSettle(delays.MaxBy(t => t.Hi - t.Lo)!, open, worth);
        return new Declined(Analysed.Trigger, open.Factor, DeclineReason.CannotTellYet, open.DaysCounted, need);
    }

    private static double Reach(Trigger delay) => Math.Max(Math.Abs(delay.Lo), Math.Abs(delay.Hi));

    /// <summary>
    /// About how many days make the interval as narrow as would say so. Null where the estimate itself is as large as
    /// what is worth knowing, or where it would take more than <see cref="MostDaysToSettle"/>: then no number of days
    /// can be promised.
    /// </summary>
    private static int? DaysToSettle(Trigger widest, Trigger open, double worth)
    {
        var wide = (widest.Hi - widest.Lo) / 2 / worth;
        var room = worth - Math.Abs(open.Effect);
        var off = room > 0 ? (open.Hi - open.Lo) / 2 / room : double.PositiveInfinity;
        var times = wide > 1 ? wide : off;
        var need = Math.Ceiling(widest.DaysCounted * times * times);
        return need <= MostDaysToSettle ? (int)need : null;
    }
}
