using Microsoft.Data.Sqlite;
using Npgsql;

namespace Inomya.Journals;

/// <summary>Tells from a failure what is the matter with the storage.</summary>
public static class StorageTroubles
{
    /// <summary>"No space left on device" of Linux and macOS, and of Windows, as .NET hands them on.</summary>
    private const int NoSpace = 28,
        DiskFull = unchecked((int)0x80070070);

    /// <summary>Null when the failure has another cause.</summary>
    public static StorageTrouble? Of(Exception? e) =>
        e switch
        {
            null => null,
            JournalStorageException { Trouble: { } known } => known,
            SqliteException file => OfFile(file.SqliteErrorCode) ?? Of(file.InnerException),
            PostgresException server => OfServer(server.SqlState),
            NpgsqlException => StorageTrouble.Away,
            IOException { HResult: NoSpace or DiskFull } => StorageTrouble.Full,
            _ => Of(e.InnerException),
        };

    private static StorageTrouble? OfFile(int code) =>
        code switch
        {
            SqliteError.Corrupt or SqliteError.NoDatabase => StorageTrouble.Damaged,
            SqliteError.Full => StorageTrouble.Full,
            SqliteError.ReadOnly => StorageTrouble.ReadOnly,
            SqliteError.Busy or SqliteError.Locked or SqliteError.Io or SqliteError.CannotOpen => StorageTrouble.Away,
            _ => null,
        };

    private static StorageTrouble? OfServer(string state) =>
        state switch
        {
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StorageTrouble.Damaged,
            PostgresErrorCodes.DiskFull => StorageTrouble.Full,
            PostgresErrorCodes.ReadOnlySqlTransaction => StorageTrouble.ReadOnly,
            PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections => StorageTrouble.Away,
            _ => null,
        };
}
