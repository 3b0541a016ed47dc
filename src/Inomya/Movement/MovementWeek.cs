using NodaTime;

namespace Inomya.Movement;

/// <summary>One week of a plan that is over: what was planned, what is recorded, and what it came to.</summary>
public sealed record MovementWeek
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required LocalDate First { get; init; }

    /// <summary>Planned for the week.</summary>
    public required double Minutes { get; init; }

    /// <summary>Planned, each on a day of its own.</summary>
    public required int Sessions { get; init; }

    /// <summary>Days on which such a session is recorded; fewer may be recorded than there were.</summary>
    public required int Done { get; init; }

    /// <summary>Those of them on which the minutes of one were told.</summary>
    public required int Told { get; init; }

    /// <summary>The minutes that were told; null when none were.</summary>
    public required double? DoneMinutes { get; init; }

    /// <summary>Sessions whose minutes were not told: they are not 0 minutes.</summary>
    public required int NotTold { get; init; }

    /// <summary>Days with a session of any kind.</summary>
    public required int Days { get; init; }

    /// <summary>Those of them that were followed by delayed payback.</summary>
    public required int Worse { get; init; }

    /// <summary>Those of them whose next days are not known.</summary>
    public required int Unknown { get; init; }

    /// <summary>The person recorded a flare on one of its days.</summary>
    public required bool InFlare { get; init; }

    /// <summary>A flare began on one of its days.</summary>
    public required bool BeganFlare { get; init; }

    public WeekDecision Decision { get; init; }

    /// <summary>Planned for the week after.</summary>
    public double NextMinutes { get; init; }

    /// <summary>There were so many steps down that another kind of movement may suit better.</summary>
    public bool SwitchKind { get; init; }

    public LocalDate Last => First.PlusDays(6);
}
