namespace Inomya.Journals;

/// <summary>What the key of a backup is made from.</summary>
public enum BackupKeyKind : byte
{
    /// <summary>256 random bits, kept on paper.</summary>
    RecoveryKey = 1,

    /// <summary>Words the person chose.</summary>
    Passphrase = 2,
}
