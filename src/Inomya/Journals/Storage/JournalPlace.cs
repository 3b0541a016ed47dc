using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Inomya.Journals;

/// <summary>Where a journal is kept: a file on this machine, or a PostgreSQL database.</summary>
public sealed class JournalPlace
{
    /// <summary>The file in a data folder.</summary>
    public const string FileName = "inomya.db";

    private readonly Func<JournalDb> _open;
    private readonly Func<DbConnection> _connect;
    private readonly Lazy<IModel> _model;

    private JournalPlace(string name, string? file, Func<JournalDb> open, Func<DbConnection> connect)
    {
        (Name, File, _open, _connect) = (name, file, open, connect);
        _model = new Lazy<IModel>(ReadModel);
    }

    /// <summary>For messages: a path, or host and database without the password.</summary>
    public string Name { get; }

    /// <summary>The SQLite file; null on PostgreSQL.</summary>
    public string? File { get; }

    /// <summary>
    /// The file inomya.db in a folder, which is made if it is not there, readable by its owner alone.
    /// </summary>
    public static JournalPlace InFolder(string folder)
    {
        PrivateFile.CreateFolder(folder);
        return InFile(Path.Combine(folder, FileName));
    }

    /// <summary>One SQLite file.</summary>
    public static JournalPlace InFile(string file) => InFile(file, []);

    /// <summary>One SQLite file on which a test makes things go wrong.</summary>
    internal static JournalPlace InFile(string file, params IInterceptor[] faults)
    {
        var options = new DbContextOptionsBuilder<SqliteJournalDb>()
            .UseSqlite(Connection(file))
            .AddInterceptors(faults)
            .Options;
        return new JournalPlace(
            file,
            file,
            () => new SqliteJournalDb(options),
            () => new SqliteConnection(Connection(file))
        );
    }

    /// <summary>A PostgreSQL database.</summary>
    /// <param name="connection">Npgsql connection string.</param>
    public static JournalPlace InPostgres(string connection)
    {
        var source = new NpgsqlDataSourceBuilder(connection);
        source.UseNodaTime();
        var built = source.Build();
        var options = new DbContextOptionsBuilder<PostgresJournalDb>()
            .UseNpgsql(built, npgsql => npgsql.UseNodaTime())
            .Options;
        var parts = new NpgsqlConnectionStringBuilder(connection);
        return new JournalPlace(
            $"{parts.Host}/{parts.Database}",
            null,
            () => new PostgresJournalDb(options),
            built.CreateConnection
        );
    }

    /// <summary>Lets go of this file; nothing on PostgreSQL.</summary>
    internal void Close()
    {
        if (File is not null)
            SqliteConnection.ClearPool(new SqliteConnection(Connection(File)));
    }

    /// <summary>Lets go of every file that was opened: call it before deleting or moving one.</summary>
    public static void CloseFiles() => SqliteConnection.ClearAllPools();

    private static string Connection(string file) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            DefaultTimeout = 30,
            Pooling = true,
        }.ToString();

    internal JournalDb OpenDb() => _open();

    /// <summary>The tables and columns, as this storage keeps them.</summary>
    internal IModel Model => _model.Value;

    private IModel ReadModel()
    {
        using var db = _open();
        return db.Model;
    }

    /// <summary>A connection from the pool, without the object mapper.</summary>
    internal async Task<DbConnection> ConnectAsync(CancellationToken stop)
    {
        var connection = _connect();
        await connection.OpenAsync(stop);
        return connection;
    }

    /// <summary>A SQLite journal and the files that SQLite keeps beside it.</summary>
    public static IReadOnlyList<string> FilesOf(string file) => [file, $"{file}-wal", $"{file}-shm"];

    /// <summary>Readable and writable by the owner of the file alone.</summary>
    internal void Protect()
    {
        if (File is null || OperatingSystem.IsWindows())
            return;
        foreach (var file in FilesOf(File))
            if (System.IO.File.Exists(file))
                System.IO.File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
