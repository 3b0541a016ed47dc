namespace Inomya.Movement;

/// <summary>The words of one exercise in one language.</summary>
public sealed class ExerciseText
{
    public string Name { get; init; } = "";
    public string Summary { get; init; } = "";

    /// <summary>How it is done, in order.</summary>
    public List<string> Steps { get; init; } = [];
    public List<string> Mistakes { get; init; } = [];
    public string Easier { get; init; } = "";
    public string Harder { get; init; } = "";

    /// <summary>What each drawing shows, in order.</summary>
    public List<string> Phases { get; init; } = [];
}
