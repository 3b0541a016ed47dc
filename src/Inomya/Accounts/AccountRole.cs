namespace Inomya.Accounts;

/// <summary>What an account is for.</summary>
public enum AccountRole
{
    /// <summary>Has a journal of their own, and opens that one alone.</summary>
    Person,

    /// <summary>Helps somebody; opens no journal by itself.</summary>
    Supporter,

    /// <summary>Treats somebody; opens no journal by itself.</summary>
    Clinician,

    /// <summary>Looks after the machine and invites people. Sees no health data.</summary>
    Host,
}
