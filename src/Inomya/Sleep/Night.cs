using NodaTime;

namespace Inomya.Sleep;

/// <summary>One night in instants, so that a night with a clock change has the hours that it really had.</summary>
/// <remarks>
/// What was not told is null and stays so: a night without one of the parts that efficiency needs has none. Time in bed
/// is out of bed − into bed; time asleep is last waking − lights out − minutes to fall asleep − minutes awake; efficiency
/// is 100 × asleep / in bed (Carney et al. 2012, doi:10.5665/sleep.1642, as in the questionnaire "sleep-diary").
/// </remarks>
public sealed record Night
{
    /// <summary>The day on which it ended.</summary>
    public required LocalDate Day { get; init; }

    public Instant? IntoBed { get; init; }
    public Instant? LightsOut { get; init; }
    public Instant? FinalWaking { get; init; }
    public Instant? OutOfBed { get; init; }

    /// <summary>Into bed, as the clock on the wall showed it; null when not told.</summary>
    public LocalTime? BedClock { get; init; }

    /// <summary>Out of bed, as the clock on the wall showed it; null when not told.</summary>
    public LocalTime? RiseClock { get; init; }

    /// <summary>Minutes from lights out to sleep.</summary>
    public int? MinutesToSleep { get; init; }

    /// <summary>Minutes awake after that and before the last waking.</summary>
    public int? MinutesAwake { get; init; }

    /// <summary>Minutes.</summary>
    public double? InBed => (OutOfBed - IntoBed)?.TotalMinutes;

    /// <summary>Minutes; null where a part is missing or the parts do not fit into each other.</summary>
    public double? Asleep => Fits ? Left : null;

    /// <summary>Percent; null where it cannot be told.</summary>
    public double? Efficiency => InBed > 0 && Asleep is { } asleep ? 100 * asleep / InBed : null;

    /// <summary>Everything is there that efficiency needs.</summary>
    public bool Counts => Efficiency is not null;

    /// <summary>False where more was slept than there was time for, or less than nothing.</summary>
    public bool Fits => !(Left < 0) && !(Left > InBed);

    /// <summary>When sleep began; null where it cannot be told.</summary>
    public Instant? FellAsleep =>
        MinutesToSleep is { } minutes && LightsOut is { } tried ? tried + Duration.FromMinutes(minutes) : null;

    private double? Left => (FinalWaking - LightsOut)?.TotalMinutes - MinutesToSleep - MinutesAwake;
}
