using NodaTime;

namespace Inomya.Journals;

/// <summary>What a person can do on a bad day, from which her plan of movement starts.</summary>
public sealed record MovementPlan : Recorded
{
    /// <summary>The first day; the weeks of the plan are counted from it.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>How she moves for the minutes: aerobic, water or tai chi.</summary>
    public MovementKind Kind { get; init; }

    /// <summary>Minutes in one go that are possible on a bad day.</summary>
    public required double BadDayMinutes { get; init; }

    /// <summary>Sessions a week.</summary>
    public required int Sessions { get; init; }
}
