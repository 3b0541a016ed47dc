namespace Inomya.Movement;

/// <summary>How the days after a session were against the usual before it.</summary>
public enum Aftermath
{
    /// <summary>Not recorded, not asked, or the days are not over: never counted as well.</summary>
    Unknown,

    /// <summary>As usual.</summary>
    Usual,

    /// <summary>Delayed payback: clearly worse on one of the days.</summary>
    Worse,
}
