using Inomya.Journals;
using Inomya.Programmes;
using NodaTime;

namespace Inomya.Sleep;

/// <summary>All that decides about a sleep window, as it stands on one day.</summary>
/// <param name="Today">The day it is decided on; its evening is the first of a new window.</param>
/// <param name="Nights">In order of days.</param>
/// <param name="Windows">Every window there was.</param>
/// <param name="Flares">As the person recorded them.</param>
/// <param name="Gates">What is asked before the part "sleep.window".</param>
/// <param name="Held">
/// Evenings on which a window had to wait, because a gate was closed or not answered: their nights say nothing of it.
/// </param>
public sealed record WindowFacts(
    LocalDate Today,
    IReadOnlyList<Night> Nights,
    IReadOnlyList<SleepWindow> Windows,
    IReadOnlyList<Flare> Flares,
    PartGates Gates,
    IReadOnlySet<LocalDate> Held
)
{
    /// <summary>Id of the gate whose answer is asked anew each week.</summary>
    public const string Sleepiness = "sleepiness";

    /// <summary>What was decided last, be it that there is no window any more; null when there never was one.</summary>
    public SleepWindow? Last => Windows.MaxBy(w => (w.Day, w.ChangeId));

    /// <summary>The window that is kept to; null when there is none.</summary>
    public SleepWindow? Now => Last is { Step: not SleepWindowStep.Ended } now ? now : null;

    /// <summary>Whether a flare went on that day: its nights say nothing of a window.</summary>
    public bool IsInFlare(LocalDate day) => Flares.Any(f => f.Covers(day));

    /// <summary>When the person last said whether they nod off by day; null for never.</summary>
    public LocalDate? SaidSleepy => Gates.States.FirstOrDefault(s => s.Gate.Id == Sleepiness)?.Day;
}
