namespace Inomya.Programmes;

/// <summary>Whether a part is open to a person, and what stands before it.</summary>
/// <param name="Part">Id of the part, or of a programme or step that asks gates of its own.</param>
/// <param name="States">Every gate that is asked before it, in order.</param>
public sealed record PartGates(string Part, IReadOnlyList<GateState> States)
{
    /// <summary>Every gate was answered, and none closes it.</summary>
    public bool IsOpen => States.All(s => s.Standing is GateStanding.Open or GateStanding.Caution);

    /// <summary>A yes among them that shows whom to call.</summary>
    public bool IsCrisis => States.Any(s => s.IsCrisis);

    /// <summary>What closes it.</summary>
    public IReadOnlyList<GateState> Closed => Those(GateStanding.Closed);

    /// <summary>What to mind.</summary>
    public IReadOnlyList<GateState> Cautions => Those(GateStanding.Caution);

    /// <summary>What was not answered yet, or too long ago.</summary>
    public IReadOnlyList<GateState> Unanswered => Those(GateStanding.Unanswered);

    /// <summary>
    /// As they stand before one step. Whoever only reads need not have answered what the programme asks before it begins;
    /// a yes closes the step all the same, and what the step asks for itself is asked of everyone.
    /// </summary>
    /// <param name="isUnderway">The person goes through the programme.</param>
    public PartGates Before(ProgrammeStep step, bool isUnderway) => isUnderway ? this : ForReader(step.Gates);

    /// <summary>As they stand for whoever only reads: what was not answered keeps nobody from it.</summary>
    /// <param name="askedAlways">Ids of gates that are asked of everyone all the same.</param>
    public PartGates ForReader(IReadOnlyCollection<string> askedAlways) =>
        this with
        {
            States = [.. States.Where(s => s.Standing != GateStanding.Unanswered || askedAlways.Contains(s.Gate.Id))],
        };

    private List<GateState> Those(GateStanding standing) => [.. States.Where(s => s.Standing == standing)];
}
