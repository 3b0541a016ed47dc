namespace Inomya.Journals;

/// <summary>How the day or two after a session were against the usual, as the person said.</summary>
public enum NextDay
{
    NotWorse,
    Worse,

    /// <summary>Asked, and the person could not tell: never counted as well.</summary>
    NotSure,
}
