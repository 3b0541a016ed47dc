namespace Inomya.Questionnaires;

/// <summary>Whether the words of an instrument may be shown.</summary>
public enum TextStatus
{
    /// <summary>Its licence lets anyone reproduce it.</summary>
    Ship,

    /// <summary>Nothing protected: the wording is ours.</summary>
    Facts,

    /// <summary>Written permission is being asked for: scored, but not asked.</summary>
    Pending,

    /// <summary>Licensed: the person brings their own copy.</summary>
    ScoreOnly,
}
