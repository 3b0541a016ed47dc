namespace Inomya.Journals;

/// <summary>What somebody did in another's journal.</summary>
public enum AuditAct
{
    /// <summary>Read it.</summary>
    Saw,

    /// <summary>Wrote in it.</summary>
    Changed,

    /// <summary>Took it along, in a file.</summary>
    Copied,
}
