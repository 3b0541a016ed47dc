namespace Inomya.Programmes;

/// <summary>Where a gate stands before a part.</summary>
public enum GateStanding
{
    /// <summary>Answered with no, lately enough, and the journal shows nothing else.</summary>
    Open,

    /// <summary>A yes that lets the part open with a warning.</summary>
    Caution,

    /// <summary>A yes that closes the part.</summary>
    Closed,

    /// <summary>Not answered, or too long ago: that is not a no, so the part stays closed.</summary>
    Unanswered,
}
