using NodaTime;

namespace Inomya.Journals;

/// <summary>One night as the person told it, by the clocks on their wall; what was not told is null, never 0.</summary>
/// <remarks>
/// How well it was slept is not here: that is the check-in's own rating of the day. There is one night a day, so its
/// <see cref="Recorded.Id"/> is <see cref="IdOf"/>.
/// </remarks>
public sealed record SleepNight : Recorded
{
    /// <summary>The day on which it ended.</summary>
    public required LocalDate Day { get; init; }

    public LocalTime? IntoBed { get; init; }

    /// <summary>When sleep was tried for.</summary>
    public LocalTime? LightsOut { get; init; }

    /// <summary>Minutes from lights out to sleep.</summary>
    public int? MinutesToSleep { get; init; }

    /// <summary>Minutes awake between falling asleep and waking for the last time, all together.</summary>
    public int? MinutesAwake { get; init; }

    /// <summary>Waking for the last time.</summary>
    public LocalTime? FinalWaking { get; init; }

    /// <summary>Getting up for the day.</summary>
    public LocalTime? OutOfBed { get; init; }

    /// <summary>Minutes slept in the daytime before this night; 0 is a day without a nap.</summary>
    public int? NapMinutes { get; init; }

    /// <summary>Coffee, tea, cola or the like after noon on the day before this night.</summary>
    public bool? CaffeineAfterNoon { get; init; }

    /// <summary>"sleep-diary".</summary>
    public required string Source { get; init; }

    /// <summary>The id that the night of a day always has, so that it is never there twice.</summary>
    public static Guid IdOf(LocalDate day) => ImportId("sleep-night", $"{day:uuuu-MM-dd}");
}
