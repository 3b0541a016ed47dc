using Inomya.Journals;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

namespace Inomya.Tests;

/// <summary>The two storages, each real: every storage test runs on both.</summary>
public static class Storage
{
    public const string Sqlite = "SQLite",
        Postgres = "PostgreSQL";

    /// <summary>Sunday 22 November 2026, 12:00 UTC.</summary>
    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    private static readonly Lazy<string?> PostgresDatabase = new(MakePostgresDatabase);

    public static TheoryData<string> Both => [Sqlite, Postgres];

    /// <summary>A new, empty place on a storage; the test is skipped, saying so, where there is no such server.</summary>
    public static JournalPlace NewPlace(string storage)
    {
        if (storage == Sqlite)
            return JournalPlace.InFolder(NewFolder());
        Assert.SkipWhen(
            PostgresDatabase.Value is null,
            "INOMYA_TEST_POSTGRES names no PostgreSQL server; ./test starts one."
        );
        return PlaceOn(PostgresDatabase.Value!);
    }

    /// <summary>A place that no other test has: for tests of whole storages.</summary>
    public static JournalPlace NewPlaceAlone(string storage)
    {
        if (storage == Sqlite)
            return NewPlace(storage);
        return MakePostgresDatabase() is { } database ? PlaceOn(database) : NewPlace(storage);
    }

    /// <summary>As a server is set up: one role owns the tables, another reads and writes journals.</summary>
    private static JournalPlace PlaceOn(string database) =>
        JournalPlace.InPostgres(PostgresRoles.App(database), PostgresRoles.Owner(database));

    /// <summary>The journal of a new person who lives in Madrid, at noon on <see cref="Noon"/>'s day unless the clock is given.</summary>
    public static async Task<Journal> NewJournalAsync(
        string storage,
        IClock? clock = null,
        string zone = "Europe/Madrid"
    )
    {
        var store = await JournalStore.OpenAsync(
            NewPlace(storage),
            clock ?? new FakeClock(Noon),
            TestContext.Current.CancellationToken
        );
        var person = await store.AddPersonAsync("Ana", zone);
        return await store.OfAsync(person.Id);
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("inomya-test-").FullName;

    /// <summary>A connection of the administrator to a new database; null where there is no server.</summary>
    internal static string? MakePostgresDatabase()
    {
        if (Environment.GetEnvironmentVariable("INOMYA_TEST_POSTGRES") is not { Length: > 0 } server)
            return null;
        var name = $"inomya_{Guid.NewGuid():N}";
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        PostgresRoles.Make(connection);
        using var create = new NpgsqlCommand($"CREATE DATABASE {name} OWNER {PostgresRoles.OwnerName}", connection);
        create.ExecuteNonQuery();
        // each test has a pool of its own: what it leaves open is let go of at once, so that a server of 100 is enough
        return new NpgsqlConnectionStringBuilder(server)
        {
            Database = name,
            ConnectionIdleLifetime = 1,
            ConnectionPruningInterval = 1,
        }.ToString();
    }
}
