using NodaTime;

namespace Inomya.Accounts;

/// <summary>One device that is signed in. Without its row, or with another stamp than its account has, it is not.</summary>
public sealed class Session
{
    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    /// <summary>The security stamp that the account had then; a new one ends every session with the old.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>What the browser calls itself, in short, such as "Firefox, Android"; empty where it does not say.</summary>
    public string Device { get; set; } = "";

    public SignInWay Way { get; set; }

    public Instant Since { get; set; }

    /// <summary>To within <see cref="AccountStore.SeenEvery"/>.</summary>
    public Instant LastUsed { get; set; }
}
