namespace Inomya.Programmes;

/// <summary>Whether a part is open to a person, and what stands before it.</summary>
/// <param name="Part">Id of the part, or of a programme or step that asks gates of its own.</param>
/// <param name="States">Every gate that is asked before it, in order.</param>
public sealed record PartGates(string Part, IReadOnlyList<GateState> States)
{
    /// <summary>Every gate was answered, and none closes it.</summary>
    public bool IsOpen => States.All(s => s.Standing is GateStanding.Open or GateStanding.Caution);

    /// <summary>What closes it.</summary>
    public IReadOnlyList<GateState> Closed => Those(GateStanding.Closed);

    /// <summary>What to mind.</summary>
    public IReadOnlyList<GateState> Cautions => Those(GateStanding.Caution);

    /// <summary>What was not answered yet, or too long ago.</summary>
    public IReadOnlyList<GateState> Unanswered => Those(GateStanding.Unanswered);

    private List<GateState> Those(GateStanding standing) => [.. States.Where(s => s.Standing == standing)];
}
