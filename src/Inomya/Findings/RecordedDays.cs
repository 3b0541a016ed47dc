using Inomya.Content;
using Inomya.Series;
using NodaTime;

namespace Inomya.Findings;

/// <summary>
/// Which days of a stretch say something about a measure: those with a number, and those that were ticked as bad and have
/// none. A tick is a recorded day; no number is made up for it.
/// </summary>
/// <param name="Rated">Days with a number.</param>
/// <param name="Bad">Days that were ticked as bad and have no number, in order.</param>
/// <param name="Days">All days of the stretch.</param>
public sealed record RecordedDays(int Rated, IReadOnlyList<LocalDate> Bad, int Days)
{
    /// <param name="outcome">The measure; null: only ticks are counted.</param>
    public static RecordedDays Of(DaySeries series, DayColumn? outcome)
    {
        var ticks = series.Find(JournalFindings.BadDay);
        return new(
            outcome?.Recorded ?? 0,
            [
                .. Enumerable
                    .Range(0, ticks is null ? 0 : series.Days)
                    .Where(t => ticks!.Values[t] == 1 && (outcome is null || double.IsNaN(outcome.Values[t])))
                    .Select(series.DayAt),
            ],
            series.Days
        );
    }

    /// <summary>What is said of the ticked days after the count of those with a number; empty where there is none.</summary>
    public string Besides(Words words) => Bad.Count == 0 ? "" : " " + words.Count("findings.bad-days", Bad.Count);
}
