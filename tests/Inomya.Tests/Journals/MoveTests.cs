using CsCheck;
using Inomya.Journals;
using NodaTime.Testing;

namespace Inomya.Tests.Journals;

/// <summary>A journal moves from home to a server that others use too, and home again.</summary>
public class MoveTests
{
    private static readonly FakeClock Clock = new(Storage.Noon);
    private static readonly BackupKey Key = BackupKey.NewRecoveryKey();

    [Fact]
    public async Task Whatever_is_in_it_moves_to_a_server_beside_others_and_back()
    {
        var server = Storage.NewPlaceAlone(Storage.Postgres);
        var neighbour = await NewAsync(server, RandomJournal.Facts.Array[5].Single().SelectMany(f => f).ToArray());
        var others = await Rows.OfAsync(server);
        await RandomJournal.Facts.SampleAsync(
            async facts =>
            {
                var home = await NewAsync(Storage.NewPlaceAlone(Storage.Sqlite), facts);
                await RestoreAsync(await BackupAsync(home.Store.Place, null), server);
                var back = Storage.NewPlaceAlone(Storage.Sqlite);
                await RestoreAsync(await BackupAsync(server, home.Person.Id), back);
                AssertSame(await Rows.OfAsync(home.Store.Place), await Rows.OfAsync(back));
                await neighbour.Store.RemovePersonAsync(home.Person.Id);
                AssertSame(others, await Rows.OfAsync(server));
            },
            iter: 8,
            threads: 1
        );
    }

    [Fact]
    public async Task More_rows_than_go_in_one_round_trip_move_too()
    {
        var facts = Enumerable.Range(0, 2_000).Select(n => (Recorded)Note($"note {n}")).ToArray();
        var home = await NewAsync(Storage.NewPlaceAlone(Storage.Sqlite), facts);
        var server = Storage.NewPlaceAlone(Storage.Postgres);
        await RestoreAsync(await BackupAsync(home.Store.Place, null), server);
        AssertSame(await Rows.OfAsync(home.Store.Place), await Rows.OfAsync(server));
    }

    [Theory]
    [MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task A_backup_of_one_person_holds_nobody_else(string storage)
    {
        var two = await TwoPeople.OnAsync(storage);
        var alone = Storage.NewPlaceAlone(Storage.Sqlite);
        await RestoreAsync(await BackupAsync(two.Mine.Store.Place, two.Mine.Person.Id), alone);
        var (all, mine) = (await Rows.OfAsync(two.Mine.Store.Place), await Rows.OfAsync(alone));
        foreach (var (table, rows) in all)
            Assert.Equal(rows.Where(r => r.Contains($"{two.Mine.Person.Id}", StringComparison.Ordinal)), mine[table]);
    }

    private static void AssertSame(
        SortedDictionary<string, List<string>> before,
        SortedDictionary<string, List<string>> after
    ) => Assert.All(before, table => Assert.Equal(table.Value, after[table.Key]));

    private static async Task<Journal> NewAsync(JournalPlace place, Recorded[] facts)
    {
        var store = await JournalStore.OpenAsync(place, Clock);
        var journal = await store.OfAsync((await store.AddPersonAsync("Ana", "Europe/Madrid")).Id);
        await journal.AuditAsync(TwoPeople.SeenBy("host"));
        if (facts.Length > 0)
            await RandomJournal.FillAsync(journal, facts);
        return journal;
    }

    private static async Task<string> BackupAsync(JournalPlace place, Guid? of)
    {
        var file = Path.Combine(Storage.NewFolder(), "a.backup");
        await Backup.WriteAsync(place, file, Key, Storage.NewFolder(), Clock, of);
        return file;
    }

    private static Task RestoreAsync(string file, JournalPlace into) =>
        Backup.RestoreAsync(
            file,
            Key,
            into,
            into.File is { } journal ? Path.GetDirectoryName(journal)! : Storage.NewFolder(),
            Clock
        );

    private static Note Note(string text) =>
        new()
        {
            Day = TwoPeople.Day,
            Text = text,
            Source = "checkin",
        };
}
