using Inomya.Journals;
using NodaTime;

namespace Inomya.Sleep;

/// <summary>What the rules say of a sleep window on one day, with the numbers they say it from.</summary>
/// <param name="Now">The window that is kept to; null when there is none.</param>
/// <param name="Basis">The nights it was decided from.</param>
/// <param name="Minutes">How long the window would be, by way; empty where nothing is to change.</param>
/// <param name="Slept">Mean minutes of sleep of the diary: no window is shorter. Null when too few nights count.</param>
/// <param name="From">The day from which on a change can be made; null where no such day is waited for.</param>
/// <param name="SeeSomeone">So little of the time in bed was slept for so long that someone should be seen.</param>
public sealed record WindowReview(
    WindowAdvice Advice,
    SleepWindow? Now,
    NightSummary Basis,
    IReadOnlyDictionary<SleepWindowWay, int> Minutes,
    double? Slept,
    LocalDate? From,
    bool SeeSomeone
)
{
    /// <summary>There is a window, and for now it does not hold.</summary>
    public bool IsPaused =>
        Now is not null && Advice is WindowAdvice.Closed or WindowAdvice.Unanswered or WindowAdvice.InFlare;

    /// <summary>A change can be made today.</summary>
    public bool Proposes => Minutes.Count > 0;
}
