using Inomya.Journals;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using Npgsql;

namespace Inomya.Tests.Journals;

/// <summary>What a PostgreSQL server keeps apart by itself, whatever statement the role of the app sends it.</summary>
public class IsolationTests
{
    private static readonly FakeClock Clock = new(Storage.Noon);

    [Fact]
    public async Task Without_a_person_no_table_gives_a_row()
    {
        var hosted = await Hosted.NewAsync();
        foreach (var table in hosted.Tables)
            Assert.Equal(0, await hosted.CountAsync($"SELECT count(*) FROM {table.Name}"));
    }

    [Fact]
    public async Task With_a_person_every_table_gives_the_rows_of_nobody_else()
    {
        var hosted = await Hosted.NewAsync();
        foreach (var table in hosted.Tables)
        {
            var all = await hosted.CountAsAdministratorAsync($"SELECT count(*) FROM {table.Name}");
            var mine = await hosted.CountAsync($"SELECT count(*) FROM {table.Name}", hosted.Ana);
            var foreign = await hosted.CountAsync(
                $"SELECT count(*) FROM {table.Name} WHERE {table.Owner} <> '{hosted.Ana}'",
                hosted.Ana
            );
            Assert.True(all == 0 || (mine > 0 && mine < all), $"{table.Name}: {mine} of {all}");
            Assert.True(foreign == 0, $"{table.Name} gives rows of someone else.");
        }
    }

    [Fact]
    public async Task Nobody_elses_row_is_changed_removed_or_made()
    {
        var hosted = await Hosted.NewAsync();
        Assert.Equal(
            0,
            await hosted.RunAsync($"UPDATE notes SET text = 'x' WHERE person_id = '{hosted.Ben}'", hosted.Ana)
        );
        Assert.Equal(0, await hosted.RunAsync($"DELETE FROM people WHERE id = '{hosted.Ben}'", hosted.Ana));
        await hosted.RefusedAsync($"INSERT INTO settings VALUES ('{hosted.Ben}', 'theme', 'dark')", hosted.Ana);
        await hosted.RefusedAsync($"UPDATE settings SET person_id = '{hosted.Ben}'", hosted.Ana);
        await hosted.RefusedAsync($"INSERT INTO settings VALUES ('{hosted.Ben}', 'theme', 'dark')", null);
    }

    [Fact]
    public async Task The_role_of_the_app_cannot_switch_it_off_or_go_round_it()
    {
        var hosted = await Hosted.NewAsync();
        foreach (
            var attempt in (string[])
                [
                    "ALTER TABLE notes DISABLE ROW LEVEL SECURITY",
                    "ALTER TABLE notes NO FORCE ROW LEVEL SECURITY",
                    "DROP POLICY person ON notes",
                    "CREATE POLICY all_of_it ON notes USING (true)",
                    "ALTER POLICY person ON notes USING (true)",
                    "SET row_security = off; SELECT count(*) FROM notes",
                    $"SET ROLE {PostgresRoles.OwnerName}",
                    $"ALTER ROLE {PostgresRoles.AppName} BYPASSRLS",
                    "TRUNCATE notes",
                    "DROP TABLE notes",
                    "SELECT * FROM entries_p0",
                    "CREATE TABLE public.copy AS SELECT * FROM notes",
                ]
        )
            await hosted.RefusedAsync(attempt, hosted.Ana);
    }

    [Fact]
    public async Task A_table_made_to_catch_the_list_of_people_is_not_read_by_it()
    {
        var hosted = await Hosted.NewAsync();
        Assert.Equal(
            2,
            await hosted.CountAsync(
                "CREATE TEMP TABLE people (id uuid, name text, added_at timestamptz); SELECT count(*) FROM inomya_people()"
            )
        );
    }

    [Theory]
    [InlineData("read"), InlineData("written"), InlineData("failed"), InlineData("stopped"), InlineData("left")]
    public async Task A_connection_that_comes_back_from_another_person_gives_no_row(string how)
    {
        // one connection, and nothing that the provider does when it takes it back
        var hosted = await Hosted.NewAsync("Maximum Pool Size=1;No Reset On Close=true");
        var before = await hosted.BackendAsync();
        await hosted.UseAsync(how);
        await using var next = hosted.Place.OpenForNobody();
        Assert.Equal(
            [(before, 0L, "")],
            await next
                .Database.SqlQuery<BorrowedConnection>(
                    $"""
                    SELECT pg_backend_pid() AS "Backend", (SELECT count(*) FROM notes) AS "Notes",
                    coalesce(current_setting('inomya.person', true), '') AS "Person"
                    """
                )
                .Select(c => new ValueTuple<int, long, string>(c.Backend, c.Notes, c.Person))
                .ToListAsync()
        );
    }

    [Fact]
    public async Task Every_table_of_the_model_is_kept_apart_and_not_owned_by_the_app()
    {
        var hosted = await Hosted.NewAsync();
        foreach (var table in hosted.Tables)
            Assert.Equal(
                1,
                await hosted.CountAsAdministratorAsync(
                    $"""
                    SELECT count(*) FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner JOIN pg_policy p ON p.polrelid = c.oid
                    WHERE c.oid = to_regclass('{table.Name}') AND c.relrowsecurity AND c.relforcerowsecurity
                    AND o.rolname <> '{PostgresRoles.AppName}' AND p.polname = 'person'
                    """
                )
            );
        Assert.Null(await hosted.Store.PowerAsync());
    }

    [Theory]
    [InlineData("ALTER TABLE notes DISABLE ROW LEVEL SECURITY", "notes")]
    [InlineData("ALTER TABLE meals NO FORCE ROW LEVEL SECURITY", "meals")]
    [InlineData("DROP POLICY person ON entries", "entries")]
    [InlineData("ALTER POLICY person ON entries USING (true)", "entries")]
    [InlineData("DROP FUNCTION inomya_people", "inomya_people")]
    public async Task A_database_that_does_not_keep_people_apart_is_not_read_until_its_owner_mends_it(
        string fault,
        string named
    )
    {
        var hosted = await Hosted.NewAsync();
        await hosted.RunAsAdministratorAsync(fault);
        var alone = JournalPlace.InPostgres(PostgresRoles.App(hosted.Database));
        var refused = await Assert.ThrowsAsync<JournalStorageException>(() => JournalStore.OpenAsync(alone, Clock));
        Assert.Contains(
            $": {named}. Start Inomya once with INOMYA_DATABASE_OWNER",
            refused.Message,
            StringComparison.Ordinal
        );

        await JournalStore.OpenAsync(hosted.Place, Clock);
        await JournalStore.OpenAsync(alone, Clock);
        Assert.Equal(0, await hosted.CountAsync("SELECT count(*) FROM notes"));
    }

    [Fact]
    public async Task A_policy_that_somebody_added_is_not_taken_away_but_named()
    {
        var hosted = await Hosted.NewAsync();
        await hosted.RunAsAdministratorAsync("CREATE POLICY another ON drinks USING (true)");
        var refused = await Assert.ThrowsAsync<JournalStorageException>(() =>
            JournalStore.OpenAsync(hosted.Place, Clock)
        );
        Assert.Contains(": drinks has a policy of somebody else's", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_database_is_not_made_by_a_role_that_may_not_and_it_is_said_what_is_needed()
    {
        var database = Hosted.NewDatabase();
        var refused = await Assert.ThrowsAsync<JournalStorageException>(() =>
            JournalStore.OpenAsync(JournalPlace.InPostgres(PostgresRoles.App(database)), Clock)
        );
        Assert.Contains("INOMYA_DATABASE_OWNER", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_role_of_the_app_is_made_where_it_is_not_there_yet()
    {
        var database = Hosted.NewDatabase();
        var role = $"inomya_test_{Guid.NewGuid():N}";
        var app = new NpgsqlConnectionStringBuilder(database) { Username = role, Password = "it's" };
        var store = await JournalStore.OpenAsync(JournalPlace.InPostgres(app.ToString(), database), Clock);
        var journal = await store.OfAsync((await store.AddPersonAsync("Ana", "Europe/Madrid")).Id);
        await journal.SetAsync(new SettingKey("theme"), "dark");
        Assert.Equal("dark", (await journal.SettingsAsync())[new SettingKey("theme")]);
        Assert.Null(await store.PowerAsync());
    }

    [Fact]
    public async Task A_role_that_the_owner_may_not_make_is_named_with_what_makes_it()
    {
        var database = Hosted.NewDatabase();
        var app = new NpgsqlConnectionStringBuilder(database) { Username = "nobody made it" };
        var refused = await Assert.ThrowsAsync<JournalStorageException>(() =>
            JournalStore.OpenAsync(JournalPlace.InPostgres(app.ToString(), PostgresRoles.Owner(database)), Clock)
        );
        Assert.Contains("CREATE ROLE \"nobody made it\" LOGIN", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_role_that_owns_the_tables_is_kept_to_the_person_too_and_its_power_is_told()
    {
        var owner = PostgresRoles.Owner(Hosted.NewDatabase());
        var store = await JournalStore.OpenAsync(JournalPlace.InPostgres(owner), Clock);
        var journal = await store.OfAsync((await store.AddPersonAsync("Ana", "Europe/Madrid")).Id);
        await journal.SetAsync(new SettingKey("theme"), "dark");
        Assert.Equal(0, await Hosted.CountAsync(owner, "SELECT count(*) FROM settings"));
        Assert.Equal("owner", await store.PowerAsync());
    }

    [Fact]
    public async Task The_power_of_an_administrator_is_told()
    {
        var store = await JournalStore.OpenAsync(JournalPlace.InPostgres(Hosted.NewDatabase()), Clock);
        Assert.Equal("superuser", await store.PowerAsync());
    }

    [Fact]
    public async Task Tables_of_others_in_the_same_database_are_left_as_they_are()
    {
        var hosted = await Hosted.NewAsync();
        await hosted.RunAsAdministratorAsync("CREATE TABLE account_keys (id int); DROP POLICY person ON notes");
        await JournalStore.OpenAsync(hosted.Place, Clock);
        Assert.Equal(
            0,
            await hosted.CountAsAdministratorAsync(
                "SELECT count(*) FROM pg_class WHERE relname = 'account_keys' AND relrowsecurity"
            )
        );
    }

    [Fact]
    public async Task The_large_tables_of_a_new_database_are_in_parts_by_person()
    {
        var hosted = await Hosted.NewAsync();
        foreach (var table in PartitionedTables.Large)
            Assert.Equal(
                PartitionedTables.Parts,
                await hosted.CountAsAdministratorAsync(
                    $"SELECT count(*) FROM pg_inherits WHERE inhparent = to_regclass('{table}')"
                )
            );
        Assert.True(await hosted.CountAsync("SELECT count(*) FROM entries", hosted.Ana) > 0);
    }
}
