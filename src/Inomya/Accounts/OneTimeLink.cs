using NodaTime;

namespace Inomya.Accounts;

/// <summary>A link that counts once. Its secret is not kept, only a hash of it.</summary>
public sealed class OneTimeLink
{
    public Guid Id { get; set; }

    public LinkKind Kind { get; set; }

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Who made it; null for the host at the terminal.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>What the account will be; for an invitation.</summary>
    public AccountRole Role { get; set; }

    /// <summary>The stamp that the account had when it made this; a new one ends it. Null where no account did.</summary>
    public string? Stamp { get; set; }

    public Instant ExpiresAt { get; set; }

    /// <summary>Null while it was not used.</summary>
    public Instant? UsedAt { get; set; }
}
