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

    /// <summary>That a connection to a server keeps prepared, once they were used twice.</summary>
    private const int PreparedStatements = 64;

    private readonly Func<JournalDb> _open;
    private readonly Func<Asking> _ask;
    private readonly Lazy<IModel> _model;

    private JournalPlace(string name, string? file, Func<JournalDb> open, Func<Asking> ask)
    {
        (Name, File, _open, _ask) = (name, file, open, ask);
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
        var readers = ReadersOf(file);
        return new JournalPlace(file, file, () => new SqliteJournalDb(options), () => new FileAsking(readers));
    }

    /// <summary>A PostgreSQL database.</summary>
    /// <param name="connection">Npgsql connection string.</param>
    public static JournalPlace InPostgres(string connection)
    {
        var source = new NpgsqlDataSourceBuilder(connection);
        source.UseNodaTime();
        source.ConnectionStringBuilder.MaxAutoPrepare = PreparedStatements;
        source.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
        var built = source.Build();
        var options = new DbContextOptionsBuilder<PostgresJournalDb>()
            .UseNpgsql(built, npgsql => npgsql.UseNodaTime())
            .Options;
        var parts = new NpgsqlConnectionStringBuilder(connection);
        return new JournalPlace(
            $"{parts.Host}/{parts.Database}",
            null,
            () => new PostgresJournalDb(options),
            () => new ServerAsking(built)
        );
    }

    /// <summary>Lets go of this file; nothing on PostgreSQL.</summary>
    internal void Close()
    {
        if (File is null)
            return;
        ReadersOf(File).Close();
        SqliteConnection.ClearPool(new SqliteConnection(Connection(File)));
    }

    /// <summary>Lets go of every file that was opened: call it before deleting or moving one.</summary>
    public static void CloseFiles()
    {
        FileReaders.CloseAll();
        SqliteConnection.ClearAllPools();
    }

    private static string Connection(string file, bool pooled = true) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            DefaultTimeout = 30,
            Pooling = pooled,
        }.ToString();

    /// <summary>They stay open by themselves.</summary>
    private static FileReaders ReadersOf(string file) => FileReaders.Of(Connection(file, pooled: false));

    internal JournalDb OpenDb() => _open();

    /// <summary>The tables and columns, as this storage keeps them.</summary>
    internal IModel Model => _model.Value;

    private IModel ReadModel()
    {
        using var db = _open();
        return db.Model;
    }

    /// <summary>For some questions, without the object mapper.</summary>
    internal Asking Ask() => _ask();

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
