using NodaTime;

namespace Inomya.Journals;

/// <summary>One thing for better sleep that the person did on a day. One that is not there was not said, never "not done".</summary>
public sealed record SleepHabit : Recorded
{
    public required LocalDate Day { get; init; }

    /// <summary>Id of the part in content; one that content no longer has is kept.</summary>
    public required string Part { get; init; }

    /// <summary>The id that the part of a day always has.</summary>
    public static Guid IdOf(LocalDate day, string part) => ImportId("sleep-habit", $"{day:uuuu-MM-dd}", part);
}
