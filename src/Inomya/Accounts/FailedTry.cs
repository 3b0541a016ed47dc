using NodaTime;

namespace Inomya.Accounts;

/// <summary>One try to sign in with a password or code that has not succeeded.</summary>
/// <remarks>Neither the name nor the address is kept: only a hash of both together, and one of the name.</remarks>
public sealed class FailedTry
{
    public Guid Id { get; set; }

    /// <summary>Of the name and of where it came from.</summary>
    public string Pair { get; set; } = "";

    /// <summary>Of the name alone; null where a device was known that the person had signed in on before.</summary>
    public string? Name { get; set; }

    public Instant At { get; set; }
}
