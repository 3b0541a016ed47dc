namespace Inomya.Programmes;

/// <summary>What a step is: its words are <c>programmes.kind.KIND</c>.</summary>
public enum StepKind
{
    Lesson,
    Practice,
    Audio,
    Experiment,
    Plan,
    Review,
}
