namespace Inomya.Movement;

/// <summary>How much of an exercise: each a range, [least, most]; the low end is where to start. Empty where it is not counted so.</summary>
public sealed class ExerciseDose
{
    public List<int> Sets { get; init; } = [];

    /// <summary>Of each side, where a side is worked alone.</summary>
    public List<int> Repetitions { get; init; } = [];

    /// <summary>On the CR10 scale, 0 to 10.</summary>
    public List<int> Effort { get; init; } = [];

    /// <summary>Minutes in one go.</summary>
    public List<int> Minutes { get; init; } = [];

    /// <summary>How long a position is held, in seconds.</summary>
    public List<int> HoldSeconds { get; init; } = [];
}
