using Inomya.Cli.Tests.Support;
using Npgsql;

namespace Inomya.Cli.Tests;

/// <summary>Commands on a server with the journals of several people.</summary>
public class HostTests
{
    [Fact]
    public async Task What_a_host_does_with_somebodys_journal_is_noted_in_it_and_in_no_other()
    {
        using var cli = new CommandLine();
        var database = Hosted(cli);
        await PeopleAsync(cli, database, "Ana", "Ben");
        Assert.Equal(0, (await cli.RunAsync("days", "--person", "Ana")).Exit);
        Assert.Equal(0, (await cli.RunAsync("backup", "--person", "Ana", "--out", cli.File("ana.backup"))).Exit);
        Assert.Equal(0, (await cli.RunAsync("backup", "--out", cli.File("all.backup"))).Exit);
        Assert.Equal(["Saw days", "Copied everything", "Copied everything"], await TextsAsync(database, "Ana"));
        Assert.Equal(["Copied everything"], await TextsAsync(database, "Ben"));
    }

    [Fact]
    public async Task The_self_check_tells_a_connection_that_could_read_everyone()
    {
        using var cli = new CommandLine();
        var database = Hosted(cli);
        Assert.Contains("superuser", await IsolationAsync(cli, ok: true), StringComparison.Ordinal);
        await PeopleAsync(cli, database, "Ana", "Ben");
        Assert.Contains("superuser", await IsolationAsync(cli, ok: false), StringComparison.Ordinal);

        var role = $"inomya_test_{Guid.NewGuid():N}";
        cli.Environment["INOMYA_DATABASE_OWNER"] = database;
        cli.Environment["INOMYA_DATABASE"] = new NpgsqlConnectionStringBuilder(database) { Username = role }.ToString();
        Assert.Contains("by itself", await IsolationAsync(cli, ok: true), StringComparison.Ordinal);
    }

    private static string Hosted(CommandLine cli)
    {
        var server = Environment.GetEnvironmentVariable("INOMYA_TEST_POSTGRES");
        Assert.SkipWhen(
            string.IsNullOrEmpty(server),
            "INOMYA_TEST_POSTGRES names no PostgreSQL server; ./test starts one."
        );
        var name = $"inomya_{Guid.NewGuid():N}";
        using var source = NpgsqlDataSource.Create(server!);
        using var create = source.CreateCommand($"CREATE DATABASE {name}");
        create.ExecuteNonQuery();
        var database = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
        cli.Environment["INOMYA_DATABASE"] = database;
        return database;
    }

    private static async Task PeopleAsync(CommandLine cli, string database, params string[] names)
    {
        await cli.RunAsync("doctor");
        foreach (var name in names)
            await ReadAsync(
                database,
                $"""
                INSERT INTO people (id, name, added_at, language, day_boundary) VALUES (gen_random_uuid(), '{name}', now(), 'en', '04:00');
                INSERT INTO person_zones (person_id, since, zone) SELECT id, 'epoch', 'UTC' FROM people WHERE name = '{name}';
                """
            );
    }

    private static Task<List<string>> TextsAsync(string database, string name) =>
        ReadAsync(
            database,
            $"SELECT act || ' ' || area FROM audits a JOIN people p ON p.id = a.person_id WHERE p.name = '{name}' AND way = 'Command' AND role = 'Host' ORDER BY a.id"
        );

    private static async Task<List<string>> ReadAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync())
            texts.Add(rows.GetString(0));
        return texts;
    }

    private static async Task<string> IsolationAsync(CommandLine cli, bool ok)
    {
        var run = await cli.RunAsync("doctor", "--json");
        var check = run
            .Json.GetProperty("checks")
            .EnumerateArray()
            .Single(c => c.GetProperty("what").GetString() == "isolation");
        Assert.Equal(ok, check.GetProperty("ok").GetBoolean());
        return check.GetProperty("found").GetString()!;
    }
}
