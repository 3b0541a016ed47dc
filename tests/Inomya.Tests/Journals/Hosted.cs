using Inomya.Journals;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Inomya.Tests.Journals;

/// <summary>
/// The journals of two people on a PostgreSQL server, and statements that are sent to it by the role of the app or by
/// the administrator.
/// </summary>
internal sealed class Hosted
{
    private readonly string _app;

    private Hosted(string database, JournalPlace place, TwoPeople two)
    {
        (Database, Place, Two) = (database, place, two);
        _app = PostgresRoles.App(database);
        using var db = place.OpenForNobody();
        Tables =
        [
            .. db
                .Model.GetEntityTypes()
                .Select(t => (t.GetTableName()!, t.ClrType == typeof(Person) ? "id" : "person_id")),
        ];
    }

    /// <summary>A connection of the administrator.</summary>
    public string Database { get; }

    /// <summary>As the app has it.</summary>
    public JournalPlace Place { get; }

    public TwoPeople Two { get; }

    public JournalStore Store => Two.Mine.Store;

    public Guid Ana => Two.Mine.Person.Id;

    public Guid Ben => Two.Others.Person.Id;

    /// <summary>Every table of the model, and the column that says whose a row is.</summary>
    public IReadOnlyList<(string Name, string Owner)> Tables { get; }

    /// <param name="also">More of the connection string of the app.</param>
    public static async Task<Hosted> NewAsync(string also = "")
    {
        var database = NewDatabase();
        var place = JournalPlace.InPostgres($"{PostgresRoles.App(database)};{also}", PostgresRoles.Owner(database));
        return new Hosted(database, place, await TwoPeople.InAsync(place));
    }

    /// <summary>A connection of the administrator to an empty database; the test is skipped where there is no server.</summary>
    public static string NewDatabase()
    {
        _ = Storage.NewPlace(Storage.Postgres);
        return Storage.MakePostgresDatabase()!;
    }

    public Task<long> CountAsync(string sql, Guid? person = null) => CountAsync(_app, sql, person);

    public Task<long> CountAsAdministratorAsync(string sql) => CountAsync(Database, sql);

    public static async Task<long> CountAsync(string connection, string sql, Guid? person = null)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(Bound(sql, person));
        await using var rows = await command.ExecuteReaderAsync();
        var last = 0L;
        do while (await rows.ReadAsync())
            if (rows.GetFieldType(0) == typeof(long))
                last = rows.GetInt64(0);
        while (await rows.NextResultAsync());
        return last;
    }

    public async Task<int> RunAsync(string sql, Guid? person)
    {
        await using var source = NpgsqlDataSource.Create(_app);
        await using var command = source.CreateCommand(Bound(sql, person));
        return await command.ExecuteNonQueryAsync();
    }

    public async Task RunAsAdministratorAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The server refuses the statement for want of rights.</summary>
    public async Task RefusedAsync(string sql, Guid? person)
    {
        var error = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql, person));
        Assert.True(error.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{sql}: {error.Message}");
    }

    /// <summary>Which connection of the server the app has.</summary>
    public async Task<int> BackendAsync()
    {
        await using var db = Place.OpenForNobody();
        return await db.Database.SqlQuery<int>($"""SELECT pg_backend_pid() AS "Value" """).SingleAsync();
    }

    /// <summary>Ana's request, which ends in one way or another.</summary>
    public Task UseAsync(string how) =>
        how switch
        {
            "read" => ReadAsync(),
            "written" => Two.Mine.SetAsync(new SettingKey("theme"), "dark"),
            "failed" => FailAsync("SELECT 1 / 0", default),
            "stopped" => FailAsync("SELECT pg_sleep(60)", new CancellationTokenSource(200).Token),
            _ => LeaveAsync(),
        };

    private async Task ReadAsync()
    {
        Assert.NotEmpty(await Two.Mine.AllAsync<Note>());
        Assert.NotEmpty((await Two.Mine.DayAsync(TwoPeople.Day)).Notes);
    }

    /// <summary>In the middle of a transaction that has read and written.</summary>
    private async Task FailAsync(string sql, CancellationToken stop)
    {
        await using var db = Place.OpenDb(Ana);
        await using var all = await db.Database.BeginTransactionAsync(CancellationToken.None);
        Assert.True(await new PersonRows(db).Of<Note>().AnyAsync(CancellationToken.None));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql, stop));
    }

    /// <summary>Its answer is not read to the end.</summary>
    private async Task LeaveAsync()
    {
        await using var db = Place.OpenDb(Ana);
        await foreach (var _ in new PersonRows(db).Of<Note>().AsAsyncEnumerable())
            break;
    }

    private static string Bound(string sql, Guid? person) =>
        person is null ? sql : $"SELECT set_config('inomya.person', '{person}', true); {sql}";
}
