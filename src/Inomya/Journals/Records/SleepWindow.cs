using NodaTime;

namespace Inomya.Journals;

/// <summary>The hours in bed that a person keeps to from an evening on, with the numbers that it was decided from.</summary>
/// <remarks>Each change is a fact of its own, so that every one of them can be told with its reason years later.</remarks>
public sealed record SleepWindow : Recorded
{
    /// <summary>The first evening.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Not in bed before.</summary>
    public required LocalTime Bed { get; init; }

    /// <summary>Up at, every day of the week.</summary>
    public required LocalTime Rise { get; init; }

    /// <summary>From bed to rise.</summary>
    public required int Minutes { get; init; }

    /// <summary>Why: what was done to the window before.</summary>
    public required SleepWindowStep Step { get; init; }

    /// <summary>In small steps, or at once to the hours slept.</summary>
    public required SleepWindowWay Way { get; init; }

    /// <summary>Nights that were counted for it.</summary>
    public required int Nights { get; init; }

    /// <summary>Out of so many.</summary>
    public required int OfNights { get; init; }

    /// <summary>Share of the time in bed that was slept in those nights, in percent; null where it was not asked for.</summary>
    public double? Efficiency { get; init; }

    /// <summary>Mean minutes slept in those nights; null where it was not asked for.</summary>
    public double? MinutesAsleep { get; init; }
}
