namespace Inomya.Movement;

/// <summary>How the body is for an exercise.</summary>
public enum ExercisePosition
{
    Standing,
    Seated,
    Lying,
    Kneeling,
    Water,
}
