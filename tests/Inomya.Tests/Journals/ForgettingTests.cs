using System.Text;
using Inomya.Journals;
using Microsoft.Data.Sqlite;
using NodaTime.Testing;

namespace Inomya.Tests.Journals;

/// <summary>What was deleted for good is in no row and in no byte, and the receipt says what went and what stays.</summary>
public class ForgettingTests
{
    private const string Told = "a-sentence-that-nobody-else-wrote";

    public static TheoryData<string> Storages => Storage.Both;

    [Theory, MemberData(nameof(Storages))]
    public async Task Every_row_of_the_person_goes_and_the_receipt_counts_them(string storage)
    {
        var two = await TwoPeople.OnAsync(storage);
        var before = await CountsAsync(two.Mine);
        var others = await RowsAsync(two.Others);
        var done = await Forgetting.RunAsync(two.Mine.Store, two.Mine.Person.Id);
        Assert.Empty(await CountsAsync(two.Mine));
        Assert.Equal(others, await RowsAsync(two.Others));
        Assert.True(before.Count > 40);
        Assert.Equal(before, done.Tables.OrderBy(t => t.Table, StringComparer.Ordinal));
        Assert.Equal(storage == Storage.Sqlite, done.IsWiped);
    }

    [Fact]
    public async Task Nothing_of_it_is_in_the_bytes_of_the_file()
    {
        var (journal, folder) = await RecordedAsync();
        Assert.Contains(Told, BytesIn(folder), StringComparison.Ordinal);
        var done = await Forgetting.RunAsync(journal.Store, journal.Person.Id);
        Assert.True(done.IsWiped);
        Assert.DoesNotContain(Told, BytesIn(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_somebody_else_reads_the_file_the_receipt_does_not_say_that_it_is_wiped()
    {
        var (journal, _) = await RecordedAsync();
        await using var held = new SqliteConnection($"Data Source={journal.Store.Place.File};Pooling=False");
        await held.OpenAsync();
        await using var begun = held.BeginTransaction(deferred: true);
        await using var read = held.CreateCommand();
        (read.Transaction, read.CommandText) = (begun, "SELECT count(*) FROM notes");
        await read.ExecuteScalarAsync();
        var done = await Forgetting.RunAsync(journal.Store, journal.Person.Id);
        Assert.False(done.IsWiped);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Old_journals_backups_and_uploads_go_with_the_last_person_and_are_named_while_there_are_others(
        bool isLast
    )
    {
        var (journal, folder) = await RecordedAsync();
        if (!isLast)
            await journal.Store.AddPersonAsync("other", "UTC");
        var uploads = Directory.CreateDirectory(Path.Combine(folder, "uploads")).FullName;
        await Backup.WriteAsync(
            journal.Store.Place,
            Path.Combine(folder, "mine.backup"),
            BackupKey.NewRecoveryKey(),
            folder,
            journal.Store.Clock
        );
        File.WriteAllText(Path.Combine(folder, "inomya.db.20260101T000000Z.old"), Told);
        File.WriteAllText(Path.Combine(uploads, "waiting"), Told);
        File.WriteAllText(Path.Combine(folder, "shopping.txt"), "milk");
        var kept = Directory.CreateDirectory(Path.Combine(folder, "kept-files")).FullName;
        File.WriteAllText(Path.Combine(kept, "mine"), Told);
        File.WriteAllText(Path.Combine(kept, "mine.json"), $"{{\"Person\":\"{journal.Person.Id}\"}}");
        var done = await Forgetting.RunAsync(journal.Store, journal.Person.Id, [uploads, kept]);
        Assert.Empty(Directory.EnumerateFiles(kept));
        string[] ours = ["inomya.db.20260101T000000Z.old", "mine.backup", "waiting"];
        string[] theirs = ["last-backup.txt", "mine", "mine.json"];
        Assert.Equal(ours, (isLast ? done.Files : done.Left).Except(theirs).Order(StringComparer.Ordinal));
        Assert.Empty((isLast ? done.Left : done.Files).Except(theirs));
        Assert.Equal(!isLast, File.Exists(Path.Combine(folder, "mine.backup")));
        Assert.True(File.Exists(Path.Combine(folder, "shopping.txt")));
    }

    [Fact]
    public async Task The_code_is_another_after_each_change()
    {
        var (journal, _) = await RecordedAsync();
        var code = await Forgetting.CodeAsync(journal);
        Assert.Equal(code, await Forgetting.CodeAsync(journal));
        await journal.RecordAsync(NoteOf("more"));
        Assert.NotEqual(code, await Forgetting.CodeAsync(journal));
    }

    private static async Task<(Journal Journal, string Folder)> RecordedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-test-").FullName;
        var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), new FakeClock(Storage.Noon));
        var journal = await store.OfAsync((await store.AddPersonAsync("ana", "Europe/Madrid")).Id);
        for (var i = 0; i < 200; i++)
            await journal.RecordAsync(NoteOf($"{Told} {i}"));
        return (journal, folder);
    }

    private static Draft NoteOf(string text) =>
        new Draft("checkin").Add(
            new Note
            {
                Day = new(2026, 11, 22),
                Text = text,
                Source = "checkin",
            }
        );

    private static string BytesIn(string folder)
    {
        var all = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder, "inomya.db*"))
        {
            using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var to = new MemoryStream();
            read.CopyTo(to);
            all.Append(Encoding.Latin1.GetString(to.ToArray()));
        }
        return all.ToString();
    }

    /// <summary>By table, in order of its name; one with none is not there.</summary>
    private static async Task<List<(string Table, long Rows)>> CountsAsync(Journal journal)
    {
        await using var db = journal.Store.Place.OpenDb(journal.Person.Id);
        var counts = new List<(string, long)>();
        foreach (var table in ArchiveTable.All(db.Model))
            if (await table.ReadAsync(new PersonRows(db)).CountAsync() is var rows and > 0)
                counts.Add((table.Name, rows));
        return counts;
    }

    private static async Task<List<(string Table, string Row)>> RowsAsync(Journal journal) =>
        [
            .. (await Rows.OfAsync(journal.Store.Place))
                .SelectMany(table => table.Value.Select(row => (table.Key, row)))
                .Where(row => row.row.Contains(journal.Person.Id.ToString(), StringComparison.Ordinal)),
        ];
}
