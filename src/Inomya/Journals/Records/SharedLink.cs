using NodaTime;

namespace Inomya.Journals;

/// <summary>One thing that a person gave out by a link or as a locked file. What it holds was fixed when it was made.</summary>
/// <remarks>
/// Neither the address nor the key is kept: whoever has the storage can open nothing with this row. It is a record of
/// what was given out, so it stays when the link is over; what it held is then deleted (<see cref="LinkFile"/>).
/// </remarks>
public sealed record SharedLink
{
    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret part of its address, in hexadecimal; null for a file.</summary>
    public string? Address { get; init; }

    /// <summary>What the person calls it, at most 80 letters; it stands in the link too.</summary>
    public required string Label { get; init; }

    /// <summary>"ips" or "report".</summary>
    public required string Holds { get; init; }

    /// <summary>The parts of the summary that were let out, with a space between; null for a report.</summary>
    public string? Areas { get; init; }

    /// <summary>"manifest", "direct" or "file".</summary>
    public required string Way { get; init; }

    /// <summary>A salted slow hash; null where none is asked for.</summary>
    public string? Passcode { get; init; }

    /// <summary>How many wrong passcodes are still let through in its whole life.</summary>
    public int TriesLeft { get; init; }

    public required Instant MadeAt { get; init; }
    public required Instant ExpiresAt { get; init; }

    /// <summary>When the person ended it; null while they did not.</summary>
    public Instant? RevokedAt { get; init; }

    /// <summary>Can anybody still open it?</summary>
    public bool IsOpen(Instant now) => RevokedAt is null && now < ExpiresAt && (Passcode is null || TriesLeft > 0);
}
