using Inomya.Backups;
using Inomya.Journals;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Backups;

/// <summary>A run by the plan: what it makes opens again, and what fails is written down.</summary>
public sealed class BackupRoundTests
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 30, 2, 0));
    private readonly string _data = Directory.CreateTempSubdirectory("inomya-round-").FullName;
    private readonly string _copies = Directory.CreateTempSubdirectory("inomya-copies-").FullName;
    private readonly BackupKey _key = BackupKey.NewRecoveryKey();

    private async Task<(JournalStore Store, BackupPlan Plan)> StartAsync()
    {
        var store = await JournalStore.OpenAsync(JournalPlace.InFolder(_data), _clock);
        await store.AddPersonAsync("Ana", "Europe/Madrid");
        var plan = new BackupPlan
        {
            Every = BackupEvery.Daily,
            Folder = _copies,
            Key = _key.OnPaper(),
            IsOnPaper = true,
            Since = _clock.GetCurrentInstant(),
        };
        new FolderPlace(_copies, plan.Id).Choose();
        plan.Write(_data);
        return (store, plan);
    }

    private Task<BackupLog> RunAsync(JournalStore store, BackupPlan plan) =>
        new BackupRound(store, _data, plan, kept => kept).RunAsync(DateTimeZone.Utc);

    [Fact]
    public async Task A_copy_opens_with_the_key_on_paper_and_old_ones_go()
    {
        var (store, plan) = await StartAsync();
        for (var day = 0; day < 10; day++)
        {
            Assert.Null((await RunAsync(store, plan with { Keep = "short" })).Failure);
            _clock.AdvanceDays(1);
        }
        var copies = Directory.GetFiles(_copies, "*.backup");
        Assert.Equal(7, copies.Length);
        foreach (var copy in copies)
            await Backup.VerifyAsync(copy, BackupKey.FromPaper(_key.OnPaper()), _data);
        var log = BackupLog.Read(_data);
        var place = Assert.Single(log.Places);
        Assert.Equal((_copies, 7), (place.Name, place.Copies));
        Assert.Equal(_clock.GetCurrentInstant() - Duration.FromDays(1), log.GoodAt);
        Assert.Equal(log.GoodAt, LastBackup.Read(_data));
        Assert.Empty(Directory.GetFiles(_data, "*.new"));
    }

    [Fact]
    public async Task A_run_that_fails_says_where_and_why_keeps_the_age_of_the_good_one_and_takes_no_copy_away()
    {
        var (store, plan) = await StartAsync();
        var good = (await RunAsync(store, plan)).GoodAt;
        _clock.AdvanceDays(3);
        var gone = plan with { Folder = Path.Combine(_copies, "gone") };
        var log = await RunAsync(store, gone);
        Assert.Equal((good, "folder-missing", gone.Folder), (log.GoodAt, log.Failure!.Why, log.Failure.Place));
        Assert.Equal(log.Failure, BackupLog.Read(_data).Failure);
        Assert.True(log.IsLate(plan, _clock.GetCurrentInstant()));
        Assert.Single(Directory.GetFiles(_copies, "*.backup"));
        Assert.Null((await RunAsync(store, plan)).Failure);
    }

    [Fact]
    public async Task Without_a_key_that_can_be_read_no_copy_is_made_and_it_is_said()
    {
        var (store, plan) = await StartAsync();
        var log = await new BackupRound(store, _data, plan, _ => null).RunAsync(DateTimeZone.Utc);
        Assert.Equal("backup.key-unreadable", log.Failure!.Words);
        Assert.Empty(Directory.GetFiles(_copies, "*.backup"));
    }

    [Fact]
    public async Task No_copy_is_locked_with_a_key_that_nobody_has_on_paper()
    {
        var (store, plan) = await StartAsync();
        Assert.Equal(
            "backup.key-not-on-paper",
            (await RunAsync(store, plan with { IsOnPaper = false })).Failure!.Words
        );
        Assert.Empty(Directory.GetFiles(_copies, "*.backup"));
    }

    [Fact]
    public async Task Another_backup_at_work_is_told_and_not_waited_for_in_silence()
    {
        var (store, plan) = await StartAsync();
        using var work = BackupWork.In(_data);
        Assert.Equal("backup.under-way", (await RunAsync(store, plan)).Failure!.Words);
    }

    [Fact]
    public void The_plan_and_the_log_come_back_as_they_were_written()
    {
        var plan = new BackupPlan
        {
            Every = BackupEvery.Weekly,
            At = new LocalTime(4, 30),
            Folder = _copies,
            Since = _clock.GetCurrentInstant(),
            Store = new S3Settings("http://127.0.0.1:1", "b", "p/", "r", "a", "s"),
        };
        plan.Write(_data);
        Assert.Equal(plan, BackupPlan.Read(_data));
        File.WriteAllText(Path.Combine(_data, "backup-plan.json"), "{");
        Assert.Equal("plan-damaged", Assert.Throws<BackupPlaceException>(() => BackupPlan.Read(_data)).Why);
    }
}
