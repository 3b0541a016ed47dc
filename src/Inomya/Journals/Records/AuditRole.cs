namespace Inomya.Journals;

/// <summary>What somebody other than the person is to them, when they come to their journal.</summary>
public enum AuditRole
{
    /// <summary>Whom the person lets help them.</summary>
    Supporter,

    /// <summary>Whom the person lets treat them.</summary>
    Clinician,

    /// <summary>Who runs the server.</summary>
    Host,
}
