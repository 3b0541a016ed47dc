using NodaTime;

namespace Inomya.Journals;

/// <summary>
/// That somebody other than the person came to their journal. It is added and never changed, by undo neither; it goes
/// with the whole journal alone.
/// </summary>
/// <remarks>Both storages refuse anything else by themselves. It holds no value of the journal.</remarks>
public sealed record Audit
{
    /// <summary>Whose journal it was; the journal says so itself.</summary>
    public Guid PersonId { get; init; }

    /// <summary>In order of time; the journal makes it.</summary>
    public Guid Id { get; init; }

    /// <summary>When; the journal says so itself.</summary>
    public Instant At { get; init; }

    /// <summary>The id of their account, or the name of their user on the server. Kept as text: accounts go.</summary>
    public required string Account { get; init; }

    /// <summary>As they were called then.</summary>
    public required string Name { get; init; }

    public required AuditRole Role { get; init; }

    public required AuditAct Act { get; init; }

    /// <summary>What of the journal: last part of the locale key access.area.AREA, such as "report".</summary>
    public required string Area { get; init; }

    public required AuditWay Way { get; init; }
}
