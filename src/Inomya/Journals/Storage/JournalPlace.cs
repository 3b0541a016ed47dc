using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
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
    private readonly Func<JournalDb> _openAsOwner;
    private readonly Func<Guid, Asking> _ask;
    private readonly Lazy<IModel> _model;

    private JournalPlace(
        string name,
        string? file,
        Func<JournalDb> open,
        Func<JournalDb> openAsOwner,
        Func<Guid, Asking> ask
    )
    {
        (Name, File, _open, _openAsOwner, _ask) = (name, file, open, openAsOwner, ask);
        _model = new Lazy<IModel>(ReadModel);
    }

    /// <summary>For messages: a path, or host and database without the password.</summary>
    public string Name { get; }

    /// <summary>The SQLite file; null on PostgreSQL.</summary>
    public string? File { get; }

    /// <summary>Who reads and writes journals on a PostgreSQL server; null on a file.</summary>
    internal ServerRole? Role { get; private init; }

    /// <summary>The pool of that role, for tables that are not of a journal; null on a file.</summary>
    internal NpgsqlDataSource? Server { get; private init; }

    /// <summary>The pool of who owns the tables, to make them; null on a file.</summary>
    internal NpgsqlDataSource? ServerAsOwner { get; private init; }

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
        return new JournalPlace(file, file, Open, Open, _ => new FileAsking(readers));

        SqliteJournalDb Open() => new(options);
    }

    /// <summary>A PostgreSQL database.</summary>
    /// <param name="connection">Npgsql connection string: with it journals are read and written.</param>
    /// <param name="owner">
    /// Of the role that owns the tables: with it they are made and brought up to date, and nothing else is done. Null
    /// where one role does both.
    /// </param>
    public static JournalPlace InPostgres(string connection, string? owner = null)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        var source = SourceOf(connection);
        var ownerSource = owner is null ? source : SourceOf(owner);
        var (options, asOwner) = (OptionsOf(source), OptionsOf(ownerSource));
        return new JournalPlace(
            $"{parts.Host}/{parts.Database}",
            null,
            () => new PostgresJournalDb(options),
            () => new PostgresJournalDb(asOwner),
            person => new ServerAsking(source, person)
        )
        {
            Role = new ServerRole(UserOf(parts), parts.Password),
            Server = source,
            ServerAsOwner = ownerSource,
        };
    }

    /// <summary>As the provider finds it.</summary>
    private static string UserOf(NpgsqlConnectionStringBuilder parts) =>
        parts.Username ?? Environment.GetEnvironmentVariable("PGUSER") ?? Environment.UserName;

    private static NpgsqlDataSource SourceOf(string connection)
    {
        var source = new NpgsqlDataSourceBuilder(connection);
        source.UseNodaTime();
        source.ConnectionStringBuilder.MaxAutoPrepare = PreparedStatements;
        source.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
        return source.Build();
    }

    private static DbContextOptions<PostgresJournalDb> OptionsOf(NpgsqlDataSource source) =>
        new DbContextOptionsBuilder<PostgresJournalDb>()
            .UseNpgsql(source, npgsql => npgsql.UseNodaTime())
            .AddInterceptors(new PersonBinding())
            .ReplaceService<IMigrationsSqlGenerator, PartitionedTables>()
            .Options;

    /// <summary>Lets go of this file; nothing on PostgreSQL.</summary>
    public void Close()
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

    /// <summary>The tables, for the rows of one person.</summary>
    internal JournalDb OpenDb(Guid person)
    {
        var db = _open();
        db.Person = person;
        return db;
    }

    /// <summary>
    /// The tables for nobody's rows yet: for the list of people, and for what goes through everyone one after the other
    /// (<see cref="JournalDb.Person"/>).
    /// </summary>
    internal JournalDb OpenForNobody() => _open();

    /// <summary>The tables themselves, to make them and bring them up to date.</summary>
    internal JournalDb OpenAsOwner() => _openAsOwner();

    /// <summary>The tables and columns, as this storage keeps them.</summary>
    internal IModel Model => _model.Value;

    private IModel ReadModel()
    {
        using var db = _open();
        return db.Model;
    }

    /// <summary>For some questions about a person, without the object mapper.</summary>
    internal Asking Ask(Guid person) => _ask(person);

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
