using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Sleep;

/// <summary>Some nights together, each number from the nights that have it.</summary>
/// <param name="Days">How many nights could be there.</param>
/// <param name="Told">Nights of which anything was told.</param>
/// <param name="Counted">Nights with all that efficiency needs; the means below are theirs alone.</param>
/// <param name="InBed">Mean minutes; null when too few nights count.</param>
/// <param name="ToSleep">Mean minutes.</param>
/// <param name="Awake">Mean minutes.</param>
/// <param name="Asleep">Mean minutes.</param>
/// <param name="Efficiency">All minutes asleep in percent of all minutes in bed, to a tenth.</param>
public sealed record NightSummary(
    int Days,
    int Told,
    int Counted,
    double? InBed,
    double? ToSleep,
    double? Awake,
    double? Asleep,
    double? Efficiency
)
{
    /// <summary>The nights that ended on these days, both included.</summary>
    /// <param name="least">Fewer nights that count have no mean.</param>
    public static NightSummary Of(IEnumerable<Night> nights, LocalDate first, LocalDate last, int least)
    {
        var told = nights.Where(n => n.Day >= first && n.Day <= last).ToList();
        var counted = told.Where(n => n.Counts).ToList();
        var enough = counted.Count >= Math.Max(1, least);
        return new NightSummary(
            Period.DaysBetween(first, last) + 1,
            told.Count,
            counted.Count,
            Mean(n => n.InBed),
            Mean(n => n.MinutesToSleep),
            Mean(n => n.MinutesAwake),
            Mean(n => n.Asleep),
            enough ? Math.Round(100 * counted.Sum(n => n.Asleep!.Value) / counted.Sum(n => n.InBed!.Value), 1) : null
        );

        double? Mean(Func<Night, double?> value) => enough ? counted.Average(n => value(n)!.Value) : null;
    }
}
