using NodaTime;

namespace Inomya.Movement;

/// <summary>One week of a plan that is over: what was planned, what is recorded, and what it came to.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Minutes">Planned for the week.</param>
/// <param name="Sessions">Planned.</param>
/// <param name="Done">Sessions that are recorded; fewer may be recorded than were done.</param>
/// <param name="DoneMinutes">Recorded.</param>
/// <param name="Worse">Sessions followed by delayed payback.</param>
/// <param name="Unknown">Sessions whose next days are not known.</param>
/// <param name="InFlare">The person recorded a flare on one of its days.</param>
/// <param name="NextMinutes">Planned for the week after.</param>
/// <param name="SwitchKind">There were so many steps down that another kind of movement may suit better.</param>
public sealed record MovementWeek(
    int Number,
    LocalDate First,
    double Minutes,
    int Sessions,
    int Done,
    double DoneMinutes,
    int Worse,
    int Unknown,
    bool InFlare,
    WeekDecision Decision,
    double NextMinutes,
    bool SwitchKind
)
{
    public LocalDate Last => First.PlusDays(6);
}
