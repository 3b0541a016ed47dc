namespace Inomya.Journals;

/// <summary>Why a storage cannot read or write, as far as it makes a difference to what a person can do about it.</summary>
public enum StorageTrouble
{
    /// <summary>Part of it cannot be read. Writing on makes it worse; a backup makes it whole.</summary>
    Damaged,

    /// <summary>There is no room on the disk.</summary>
    Full,

    /// <summary>It may be read and not written.</summary>
    ReadOnly,

    /// <summary>It does not answer at this moment.</summary>
    Away,
}
