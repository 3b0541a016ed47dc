using Inomya.Backups;
using Inomya.Journals;
using Inomya.Web.Backups;
using Inomya.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Inomya.Web.Tests.Backups;

/// <summary>The drill: a second server on the backup shows what the journal showed when the backup was made.</summary>
public class DrillTests
{
    private static readonly BackupKey Key = BackupKey.FromPassphrase("four words on paper");

    private static async Task<(Journal Journal, string Data, string File)> WithBackupAsync()
    {
        var journal = await DemoJournal.NewAsync();
        var data = Path.GetDirectoryName(journal.Store.Place.File)!;
        var file = Path.Combine(Directory.CreateTempSubdirectory("inomya-kept-").FullName, "one.backup");
        await Backup.WriteAsync(journal.Store.Place, file, Key, data, journal.Store.Clock);
        return (journal, data, file);
    }

    private static async Task<DrillResult> RunAsync(Journal journal, string data, string file)
    {
        using var drill = BackupDrill.In(data);
        return await drill.RunAsync(file, Key, journal.Store.Place, SystemClock.Instance);
    }

    [Fact]
    public async Task A_journal_that_went_on_is_compared_as_it_was()
    {
        var (journal, data, file) = await WithBackupAsync();
        var last = (await journal.EntriesAsync(journal.Today.PlusDays(-30), journal.Today))[^1];
        // corrected, added to, and changed in a setting since
        await journal.RecordAsync(new Draft("edit", null, last.Day).Remove(last));
        await journal.RecordAsync(
            new Draft("checkin", null, journal.Today).Add(
                new Note
                {
                    Day = journal.Today,
                    Text = "since then",
                    Source = "checkin",
                }
            )
        );
        await journal.SetAsync(new SettingKey("country"), "ES");
        var result = await RunAsync(journal, data, file);
        Assert.Empty(result.Different);
        Assert.True(result.Passed);
        Assert.Equal((20, 20, 5, 5), (result.Pages, result.OfPages, result.Counts, result.OfCounts));
        Assert.Equal(result.At, BackupLog.Read(data).Drill!.At);
        Assert.False(Path.Exists(Path.Combine(data, "drill")));
        Assert.False(Path.Exists(Path.Combine(data, "drill.lock")));
        // the running journal is as it was
        Assert.Single(await journal.NotesAsync(journal.Today, journal.Today), n => n.Text == "since then");
    }

    [Fact]
    public async Task A_journal_that_lost_something_since_is_found_out()
    {
        var (journal, data, file) = await WithBackupAsync();
        await using (var db = new SqliteConnection($"Data Source={journal.Store.Place.File};Pooling=False"))
        {
            await db.OpenAsync();
            await using var lose = db.CreateCommand();
            lose.CommandText = "DELETE FROM entries WHERE day >= (SELECT max(day) FROM entries WHERE measure = 'pain')";
            Assert.True(await lose.ExecuteNonQueryAsync() > 0);
        }
        var result = await RunAsync(journal, data, file);
        Assert.False(result.Passed);
        Assert.Contains("entries", result.Different);
        Assert.Contains("/days", result.Different);
    }

    [Fact]
    public async Task What_a_killed_drill_left_goes_at_the_next_start_and_one_under_way_stays()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var data = Path.GetDirectoryName(journal.Store.Place.File)!;
        var left = Path.Combine(data, "drill", "restored", JournalPlace.FileName);
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        await File.WriteAllTextAsync(left, "what somebody recorded");
        using (BackupDrill.In(data))
        {
            await File.WriteAllTextAsync(Path.Combine(data, "drill", "at-work"), "");
            BackupDrill.ClearLeft(data);
            Assert.True(File.Exists(Path.Combine(data, "drill", "at-work")));
            Assert.Equal("under-way", Assert.Throws<BackupException>(() => BackupDrill.In(data)).Why);
            Assert.False(File.Exists(left));
        }
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        await File.WriteAllTextAsync(left, "what somebody recorded");
        await using var site = await Site.OfAsync(journal);
        while (File.Exists(left))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(Path.Exists(Path.Combine(data, "drill")));
    }

    [Fact]
    public async Task Nothing_runs_by_itself_in_the_second_server()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var opening = Task.FromResult((journal.Store, journal.Person.Id));
        Assert.Contains(Hosted(true), name => name.Contains("Quartz", StringComparison.Ordinal));
        Assert.Empty(Hosted(false));

        List<string> Hosted(bool inBackground) =>
            [
                .. new ServiceCollection()
                    .AddJournal(opening, inBackground)
                    .Where(s => s.ServiceType == typeof(IHostedService))
                    .Select(s => (s.ImplementationType ?? s.ImplementationFactory?.Method.ReturnType)!.Name),
            ];
    }

    [Fact]
    public async Task A_damaged_backup_is_no_drill_and_leaves_nothing()
    {
        var (journal, data, file) = await WithBackupAsync();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await Assert.ThrowsAsync<BackupException>(() => RunAsync(journal, data, file));
        Assert.False(Path.Exists(Path.Combine(data, "drill")));
        Assert.Null(BackupLog.Read(data).Drill);
    }
}
