using Inomya.Journals;
using Inomya.Web.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Inomya.Web.Tests;

/// <summary>A journal that is put back while others read and write.</summary>
public class RunningJournalTests
{
    private static readonly BackupKey Key = BackupKey.FromPassphrase("four words on paper");

    private static async Task<(Journal Journal, string File)> WithBackupAsync()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var folder = Path.GetDirectoryName(journal.Store.Place.File)!;
        var file = Path.Combine(Directory.CreateTempSubdirectory("inomya-kept-").FullName, "one.backup");
        await Backup.WriteAsync(journal.Store.Place, file, Key, folder, journal.Store.Clock);
        return (journal, file);
    }

    [Fact]
    public async Task A_second_restore_while_one_waits_is_refused_at_once()
    {
        var (journal, file) = await WithBackupAsync();
        using var running = new RunningJournal(Task.FromResult((journal.Store, journal.Person.Id)));
        await running.EnterAsync(); // the request that restores
        await running.EnterAsync(); // another one, that still reads
        var first = running.RestoreAsync(file, Key);
        var second = running.RestoreAsync(file, Key);
        Assert.Equal("under-way", (await Assert.ThrowsAsync<BackupException>(() => second)).Why);
        Assert.False(first.IsCompleted);
        running.Leave();
        Assert.NotNull((await first).Old);
        // once it is done, the next one may
        Assert.NotNull((await running.RestoreAsync(file, Key)).Old);
    }

    [Fact]
    public async Task Whoever_asks_whether_it_is_one_file_has_the_journal_meanwhile()
    {
        var (journal, _) = await WithBackupAsync();
        using var running = new RunningJournal(Task.FromResult((journal.Store, journal.Person.Id)));
        JournalPlace.CloseFiles();
        // another program that lets nobody read holds the answer up
        await using var alone = new SqliteConnection($"Data Source={journal.Store.Place.File};Pooling=False");
        await alone.OpenAsync();
        await using (var take = alone.CreateCommand())
        {
            take.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE";
            await take.ExecuteNonQueryAsync();
        }
        var asks = Task.Run(() => running.IsOneFileAsync());
        while (running.InUse == 0 && !asks.IsCompleted)
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        Assert.False(asks.IsCompleted);
        Assert.Equal(1, running.InUse);
        await alone.CloseAsync();
        Assert.True(await asks);
        Assert.Equal(0, running.InUse);
    }

    [Fact]
    public async Task Whether_it_is_one_file_is_asked_as_whoever_reads_it_asks()
    {
        var (journal, file) = await WithBackupAsync();
        using var running = new RunningJournal(Task.FromResult((journal.Store, journal.Person.Id)));
        Assert.True(await running.IsOneFileAsync());
        Assert.Equal(0, running.InUse);
        await running.EnterAsync();
        var asks = running.IsOneFileAsync();
        Assert.True(await asks);
        Assert.Equal(1, running.InUse);
        // whoever asks while one is put back waits, and sees what was put back
        await running.EnterAsync();
        var restore = running.RestoreAsync(file, Key);
        var waits = running.IsOneFileAsync();
        Assert.False(waits.IsCompleted);
        running.Leave();
        await restore;
        Assert.True(await waits);
        Assert.Equal(1, running.InUse);
    }
}
