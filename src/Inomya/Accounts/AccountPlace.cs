using Inomya.Journals;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Inomya.Accounts;

/// <summary>Where accounts are kept: a file beside the journal, or tables in its database.</summary>
/// <remarks>Not in the journal's own file: a backup that is put back must not change who may open it.</remarks>
public sealed class AccountPlace
{
    /// <summary>The file in a data folder.</summary>
    public const string FileName = "accounts.db";

    private readonly Func<AccountDb> _open;
    private readonly Func<AccountDb> _openAsOwner;

    private AccountPlace(string? file, Func<AccountDb> open, Func<AccountDb> openAsOwner) =>
        (File, _open, _openAsOwner) = (file, open, openAsOwner);

    /// <summary>The SQLite file; null on PostgreSQL.</summary>
    public string? File { get; }

    /// <summary>Those of a journal.</summary>
    public static AccountPlace Beside(JournalPlace journal)
    {
        if (journal is { Server: { } server, ServerAsOwner: { } owner })
        {
            var (app, maker) = (OptionsOf(server), OptionsOf(owner));
            return new AccountPlace(null, () => new PostgresAccountDb(app), () => new PostgresAccountDb(maker))
            {
                Role = journal.Role,
            };
        }
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(journal.File!))!, FileName);
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();
        var beside = new DbContextOptionsBuilder<SqliteAccountDb>()
            .UseSqlite(connection, sqlite => sqlite.MigrationsHistoryTable(AccountDb.History))
            .Options;
        return new AccountPlace(file, Open, Open);

        SqliteAccountDb Open() => new(beside);
    }

    private static DbContextOptions<PostgresAccountDb> OptionsOf(NpgsqlDataSource server) =>
        new DbContextOptionsBuilder<PostgresAccountDb>()
            .UseNpgsql(server, npgsql => npgsql.MigrationsHistoryTable(AccountDb.History))
            .Options;

    /// <summary>Was an account ever made here? A server is asked; a file that is not there has none.</summary>
    internal bool MayHaveAny => File is null || System.IO.File.Exists(File);

    internal AccountDb OpenDb() => _open();

    /// <summary>The tables themselves, to make them and bring them up to date.</summary>
    internal AccountDb OpenAsOwner() => _openAsOwner();

    /// <summary>Who reads and writes accounts on a server, and owns nothing there; null on a file.</summary>
    internal ServerRole? Role { get; private init; }

    /// <summary>Makes the file, readable by its owner alone, before anything is written into it.</summary>
    internal void Protect()
    {
        if (File is null || System.IO.File.Exists(File))
            return;
        PrivateFile.CreateFolder(Path.GetDirectoryName(File)!);
        PrivateFile.Create(File).Dispose();
    }
}
