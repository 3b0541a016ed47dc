using System.Data.Common;
using Inomya.Journals;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Journals;

/// <summary>What the world does to a journal file.</summary>
public class FaultTests
{
    private static readonly LocalDate Day = new(2026, 1, 5);
    private static readonly FakeClock Clock = new(Storage.Noon);

    public static TheoryData<string> Storages => Storage.Both;

    [Fact]
    public async Task A_full_disk_is_said_plainly_and_nothing_is_half_done()
    {
        var place = (await Storage.NewJournalAsync(Storage.Sqlite)).Store.Place;
        var full = JournalPlace.InFile(place.File!, new FewPages(80));
        var store = await JournalStore.OpenAsync(full, Clock);
        var journal = await store.OfAsync((await store.PeopleAsync())[0].Id);
        await journal.RecordAsync(new Draft("checkin").Add(Note("small")));
        var before = await Rows.OfAsync(place);

        var large = new Draft("import");
        for (var n = 0; n < 2_000; n++)
            large.Add(Note($"{n} {new string('x', 200)}"));
        var error = await Assert.ThrowsAsync<JournalStorageException>(() => journal.RecordAsync(large));
        Assert.Contains("nothing was changed", error.Message, StringComparison.Ordinal);
        Assert.Contains("full", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await Rows.OfAsync(place));
        Assert.Null(await store.IntegrityAsync());
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_when_only_the_log_holds_it()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        // a reader that stays open keeps the log from being written back, as a killed process does
        await using var reader = new SqliteConnection($"Data Source={journal.Store.Place.File};Pooling=False");
        await reader.OpenAsync();
        await journal.RecordAsync(new Draft("checkin").Add(Note("acknowledged")));
        var left = Storage.NewFolder();
        foreach (
            var file in JournalPlace
                .FilesOf(journal.Store.Place.File!)
                .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal))
        )
            File.Copy(file, Path.Combine(left, Path.GetFileName(file)));
        Assert.True(new FileInfo(Path.Combine(left, JournalPlace.FileName + "-wal")).Length > 0);

        var found = await JournalStore.OpenAsync(JournalPlace.InFolder(left), Clock);
        var note = Assert.Single(await (await found.OfAsync(journal.Person.Id)).NotesAsync(Day, Day));
        Assert.Equal("acknowledged", note.Text);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        var place = Storage.NewPlace(Storage.Sqlite);
        await File.WriteAllTextAsync(place.File!, new string('a', 5_000));
        await Assert.ThrowsAsync<JournalStorageException>(() => JournalStore.OpenAsync(place, Clock));
        Assert.Equal(new string('a', 5_000), await File.ReadAllTextAsync(place.File!));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        var place = Storage.NewPlace(Storage.Sqlite);
        await RunAsync(place, "CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x')");
        await Assert.ThrowsAsync<JournalStorageException>(() => JournalStore.OpenAsync(place, Clock));
        Assert.Equal(1, await RunAsync(place, "SELECT count(*) FROM sqlite_master"));
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        var place = (await Storage.NewJournalAsync(Storage.Sqlite)).Store.Place;
        await RunAsync(place, "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_FromTheFuture', '99.0')");
        var before = await Rows.OfAsync(place);
        var error = await Assert.ThrowsAsync<JournalStorageException>(() => JournalStore.OpenAsync(place, Clock));
        Assert.Contains("newer", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Rows.OfAsync(place));
    }

    [Fact]
    public async Task A_lock_left_by_a_program_that_was_killed_while_it_made_the_schema_does_not_hold_up_the_next()
    {
        var place = JournalPlace.InFolder(Storage.NewFolder());
        await using (var db = place.OpenAsOwner())
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-22 11:00:00.000+00:00')",
                TestContext.Current.CancellationToken
            );
        var store = await JournalStore.OpenAsync(
            place,
            NodaTime.SystemClock.Instance,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(await store.PeopleAsync());
    }

    [Fact]
    public async Task A_damaged_page_is_found_by_the_self_check()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var draft = new Draft("import");
        for (var n = 0; n < 500; n++)
            draft.Add(Note($"note {n}"));
        await journal.RecordAsync(draft);
        JournalPlace.CloseFiles();
        await using (var file = new FileStream(journal.Store.Place.File!, FileMode.Open))
        {
            file.Position = file.Length / 2 / 4096 * 4096;
            file.Write(new byte[4096 * 3]);
        }
        Assert.NotNull(await journal.Store.IntegrityAsync());
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_said_so_and_left_as_it_is()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Assert.Skip("The system lets this user write to every file.");
            return;
        }
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        JournalPlace.CloseFiles();
        var folder = Path.GetDirectoryName(journal.Store.Place.File)!;
        File.SetUnixFileMode(journal.Store.Place.File!, UnixFileMode.UserRead);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await Assert.ThrowsAsync<JournalStorageException>(() =>
            journal.RecordAsync(new Draft("checkin").Add(Note("no")))
        );
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Readers_do_not_wait_for_a_writer()
    {
        var place = (await Storage.NewJournalAsync(Storage.Sqlite)).Store.Place;
        Assert.Equal("wal", await RunTextAsync(place, "PRAGMA journal_mode"));
        Assert.False(PrivateFile.IsOpenToOthers(place.File!) ?? false);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Every_version_of_the_schema_can_be_brought_up_to_date(string storage)
    {
        string[] known;
        await using (var db = Storage.NewPlace(storage).OpenAsOwner())
            known = [.. db.Database.GetMigrations()];
        foreach (var version in known)
        {
            var place = Storage.NewPlaceAlone(storage);
            await using (var db = place.OpenAsOwner())
                await db.Database.MigrateAsync(version);
            var store = await JournalStore.OpenAsync(place, Clock);
            var journal = await store.OfAsync((await store.AddPersonAsync("Ana", "Europe/Madrid")).Id);
            await journal.RecordAsync(new Draft("checkin").Add(Note("after")));
            Assert.Single(await journal.NotesAsync(Day, Day));
        }
    }

    [Theory, MemberData(nameof(Storages))]
    public void No_migration_takes_anything_away(string storage)
    {
        using var db = Storage.NewPlace(storage).OpenAsOwner();
        var migrations =
            ((Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<IServiceProvider>)db).Instance.GetService(
                typeof(IMigrationsAssembly)
            ) as IMigrationsAssembly;
        var operations = migrations!
            .Migrations.Values.SelectMany(type =>
                migrations.CreateMigration(type, db.Database.ProviderName!).UpOperations
            )
            .ToList();
        Assert.NotEmpty(operations);
        Assert.DoesNotContain(operations, o =>
            o is DropTableOperation or DropSchemaOperation or DeleteDataOperation or DropColumnOperation
            || o is AlterColumnOperation { IsNullable: false }
        );
        Assert.DoesNotContain(operations.OfType<SqlOperation>(), o =>
            o.Sql.Contains("DROP", StringComparison.OrdinalIgnoreCase)
            || o.Sql.Contains("DELETE FROM", StringComparison.OrdinalIgnoreCase)
        );
    }

    private static Note Note(string text) =>
        new()
        {
            Day = Day,
            Text = text,
            Source = "checkin",
        };

    private static async Task<int> RunAsync(JournalPlace place, string sql) =>
        Convert.ToInt32(await RunAnyAsync(place, sql), null);

    private static async Task<string> RunTextAsync(JournalPlace place, string sql) =>
        (string)(await RunAnyAsync(place, sql))!;

    private static async Task<object?> RunAnyAsync(JournalPlace place, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={place.File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A disk with room for so many pages: SQLite itself says that it is full.</summary>
    private sealed class FewPages(int pages) : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            await using var limit = connection.CreateCommand();
            limit.CommandText = $"PRAGMA max_page_count = {pages}";
            await limit.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
