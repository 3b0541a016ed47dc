namespace Inomya.Journals;

/// <summary>Result codes of SQLite that mean something here: https://www.sqlite.org/rescode.html.</summary>
internal static class SqliteError
{
    public const int Busy = 5,
        Locked = 6,
        ReadOnly = 8,
        Io = 10,
        Corrupt = 11,
        Full = 13,
        CannotOpen = 14,
        NoDatabase = 26,
        Constraint = 19;

    /// <summary>Extended codes: a row with this key is there already.</summary>
    public const int PrimaryKey = Constraint | (6 << 8),
        Unique = Constraint | (8 << 8);
}
