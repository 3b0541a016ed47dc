using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Journals;

/// <summary>From a device's readings to one value a local day.</summary>
internal static class DailyValues
{
    /// <summary>The days on which there was a reading; a day without one has no value, never 0.</summary>
    /// <remarks>
    /// <see cref="DailyRule.Sum"/>: a reading across the day boundary is divided by time. <see cref="DailyRule.Mean"/> and the others:
    /// a reading belongs to the day it ends on.
    /// </remarks>
    /// <param name="readings">In order of start.</param>
    public static IEnumerable<(LocalDate Day, double Value, int Samples)> Of(
        IEnumerable<Reading> readings,
        DailyRule rule,
        DayClock days
    ) =>
        readings
            .SelectMany(r => rule == DailyRule.Sum ? Divided(r, days) : [(Day: days.DayOf(r.End), r.Value)])
            .GroupBy(part => part.Day)
            .Select(day => (day.Key, Combine(rule, day.Select(part => part.Value)), day.Count()))
            .OrderBy(day => day.Key);

    /// <summary>One value from those of a day, in the order they were recorded; at least one.</summary>
    public static double Combine(DailyRule rule, IEnumerable<double> values) =>
        rule switch
        {
            DailyRule.Sum => values.Sum(),
            DailyRule.Max => values.Max(),
            DailyRule.Last => values.Last(),
            _ => values.Average(),
        };

    private static IEnumerable<(LocalDate Day, double Value)> Divided(Reading reading, DayClock days)
    {
        var (first, last) = (days.DayOf(reading.Start), days.DayOf(reading.End));
        var length = (reading.End - reading.Start).TotalSeconds;
        if (first == last || length == 0)
            return [(first, reading.Value)];
        return Enumerable
            .Range(0, Period.DaysBetween(first, last) + 1)
            .Select(first.PlusDays)
            .Select(day => (day, reading.Value * (SecondsOn(day, reading, days) / length)));
    }

    private static double SecondsOn(LocalDate day, Reading reading, DayClock days)
    {
        var start = Instant.Max(reading.Start, days.StartOf(day));
        var end = Instant.Min(reading.End, days.StartOf(day.PlusDays(1)));
        return (end - start).TotalSeconds;
    }
}
