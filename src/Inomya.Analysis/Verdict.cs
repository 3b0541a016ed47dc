namespace Inomya.Analysis;

/// <summary>What may be said of a treatment, fixed before looking.</summary>
public enum Verdict
{
    /// <summary>The data do not settle it.</summary>
    CannotTell,

    /// <summary>An improvement, by more than the minimal important change where one was given, is probable.</summary>
    ProbablyHelps,

    /// <summary>Such an improvement is improbable.</summary>
    ProbablyNot,
}
