using Inomya.Content;
using Inomya.Exports;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Journals;

/// <summary>Who came to somebody's journal is noted once and for as long as the person is there.</summary>
public class AuditTests
{
    [Theory]
    [MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task Whoever_came_is_told_newest_first_with_what_they_did(string storage)
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(storage, clock);
        Assert.Empty(await journal.AuditsAsync());
        await journal.AuditAsync(TwoPeople.SeenBy("first"));
        clock.AdvanceMinutes(5);
        await journal.AuditAsync(TwoPeople.SeenBy("second") with { Act = AuditAct.Copied, Area = "report" });
        var audits = await journal.AuditsAsync();
        Assert.Equal(["second host", "first host"], audits.Select(a => a.Name));
        Assert.Equal(
            (Storage.Noon + Duration.FromMinutes(5), AuditAct.Copied, "report", AuditRole.Host, AuditWay.Command),
            (audits[0].At, audits[0].Act, audits[0].Area, audits[0].Role, audits[0].Way)
        );
        Assert.Single(await journal.AuditsAsync(most: 1));
    }

    [Theory]
    [MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task It_is_no_change_of_the_journal_and_no_undo_takes_it_back(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var change = await journal.RecordAsync(new Draft("checkin").Add(Note()));
        var version = await journal.VersionAsync();
        await journal.AuditAsync(TwoPeople.SeenBy("host"));
        Assert.Equal(version, await journal.VersionAsync());
        Assert.Single(await journal.ChangesAsync());
        await journal.UndoAsync(change.Id);
        Assert.Single(await journal.AuditsAsync());
    }

    [Theory]
    [InlineData("UPDATE audits SET name = 'nobody'")]
    [InlineData("DELETE FROM audits")]
    [InlineData(
        "INSERT OR REPLACE INTO audits SELECT person_id, id, at, account, 'nobody', role, act, area, way FROM audits"
    )]
    [InlineData(
        "INSERT INTO audits SELECT * FROM audits WHERE true ON CONFLICT (person_id, id) DO UPDATE SET name = 'nobody'"
    )]
    public async Task A_file_refuses_to_change_or_remove_it(string attempt)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.AuditAsync(TwoPeople.SeenBy("host"));
        await using var db = new SqliteConnection($"Data Source={journal.Store.Place.File};Pooling=false");
        await db.OpenAsync();
        await using var command = new SqliteCommand(attempt, db);
        var refused = await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync());
        Assert.Contains("is kept", refused.Message, StringComparison.Ordinal);
        Assert.Equal("host host", Assert.Single(await journal.AuditsAsync()).Name);
    }

    [Fact]
    public async Task On_a_server_the_app_may_not_change_or_remove_it_and_the_owner_neither()
    {
        var hosted = await Hosted.NewAsync();
        foreach (var attempt in (string[])["UPDATE audits SET name = 'x'", "DELETE FROM audits", "TRUNCATE audits"])
            await hosted.RefusedAsync(attempt, hosted.Ana);
        foreach (var attempt in (string[])["UPDATE audits SET name = 'x'", "DELETE FROM audits"])
        {
            var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
                hosted.RunAsAdministratorAsync(attempt)
            );
            Assert.Contains("is kept", refused.MessageText, StringComparison.Ordinal);
        }
        await hosted.RunAsync("SELECT inomya_forget_audits()", hosted.Ana);
        Assert.NotEmpty(await hosted.Two.Mine.AuditsAsync());
        Assert.NotEmpty(await hosted.Two.Others.AuditsAsync());
    }

    [Theory]
    [MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task With_the_person_it_goes_and_that_of_others_stays(string storage)
    {
        var two = await TwoPeople.OnAsync(storage);
        await two.Mine.Store.RemovePersonAsync(two.Mine.Person.Id);
        Assert.Empty(await two.Mine.AuditsAsync());
        Assert.NotEmpty(await two.Others.AuditsAsync());
    }

    [Theory]
    [MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task An_archive_keeps_it_and_an_import_adds_it_once(string storage)
    {
        var from = await Storage.NewJournalAsync(Storage.Sqlite);
        await from.AuditAsync(TwoPeople.SeenBy("host"));
        await from.RecordAsync(new Draft("checkin").Add(Note()));
        using var archive = new MemoryStream();
        await WholeArchive.WriteAsync(from, new Words(Shelf.Content), archive);

        var to = await Storage.NewJournalAsync(storage);
        await to.AuditAsync(TwoPeople.SeenBy("here"));
        foreach (var _ in (int[])[1, 2])
        {
            archive.Position = 0;
            await to.TakeInAsync(archive, "a.zip");
            Assert.Equal(["here host", "host host"], (await to.AuditsAsync()).Select(a => a.Name).Order());
        }
    }

    private static Note Note() =>
        new()
        {
            Day = new LocalDate(2026, 11, 22),
            Text = "slept little",
            Source = "checkin",
        };
}
