namespace Inomya.Accounts;

/// <summary>How a device was signed in.</summary>
public enum SignInWay
{
    Password,
    Passkey,

    /// <summary>By a link or picture of a device that was signed in, or of the host.</summary>
    Pairing,

    /// <summary>The account was made on it.</summary>
    New,
}
