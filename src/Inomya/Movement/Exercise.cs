using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Movement;

/// <summary>The facts of one exercise: content/exercises/exercises.yaml says what each field means.</summary>
public sealed class Exercise
{
    public string Id { get; init; } = "";
    public MovementKind Kind { get; init; }
    public ExercisePosition Position { get; init; }

    /// <summary>How it is drawn.</summary>
    public string View { get; init; } = "";

    /// <summary>Parts of the body: last parts of movement.region.REGION.</summary>
    public List<string> Regions { get; init; } = [];

    /// <summary>What is needed: last parts of movement.need.NEED.</summary>
    public List<string> Needs { get; init; } = [];
    public ExerciseDose Dose { get; init; } = new();

    /// <summary>Another exercise that asks less; null when there is none.</summary>
    public string? Easier { get; init; }

    /// <summary>Another exercise that asks more; null when there is none.</summary>
    public string? Harder { get; init; }

    /// <summary>Ids of gates that are told before it: last parts of movement.caution.GATE.</summary>
    public List<string> Cautions { get; init; } = [];

    /// <summary>How many drawings it has.</summary>
    public int Phases { get; init; }
    public List<ContentSource> Sources { get; init; } = [];

    /// <summary>How sure it is that this kind of movement helps; not this one exercise.</summary>
    public string Grade { get; init; } = "";

    /// <summary>seen: every number of the dose was read in a source; rule: some number is a careful start of our own.</summary>
    public string Verified { get; init; } = Seen.Memory;
}
