using NodaTime;

namespace Inomya.Journals;

/// <summary>One time that somebody opened a <see cref="SharedLink"/>, or tried to. Only added, never changed.</summary>
public sealed record LinkView
{
    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }
    public required Guid LinkId { get; init; }
    public required Instant At { get; init; }

    /// <summary>"opened" or "wrong-passcode".</summary>
    public required string Outcome { get; init; }

    /// <summary>Who they said they are, in their own words; null when they did not say.</summary>
    public string? Recipient { get; init; }
}
