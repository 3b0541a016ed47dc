namespace Inomya.Accounts;

/// <summary>What a link that counts once is good for.</summary>
public enum LinkKind
{
    /// <summary>Makes the first account, for the journal that is here.</summary>
    First,

    /// <summary>Makes one more account, with a journal of its own where its role has one.</summary>
    Invitation,

    /// <summary>Signs another device in to the account that made it.</summary>
    Pairing,
}
