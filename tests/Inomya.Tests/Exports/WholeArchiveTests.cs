using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsCheck;
using Inomya.Content;
using Inomya.Exports;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Reminders;
using Inomya.Tests.Journals;
using Inomya.Tests.Questionnaires;
using NodaTime;

namespace Inomya.Tests.Exports;

public class WholeArchiveTests
{
    private static readonly Words English = new(ContentCheck.Content);

    [Fact]
    public async Task The_demo_person_comes_back_row_by_row()
    {
        var source = await TidyCsvTests.DemoAsync();
        var target = await Storage.NewJournalAsync(Storage.Sqlite);
        var taken = await TakeAsync(target, await ArchiveAsync(source));
        await SameRowsAsync(source, target);
        Assert.Equal((taken.Rows, 0, 0), (taken.Added, taken.Changed, taken.Conflicts.Count));
    }

    [Theory, MemberData(nameof(BackupTests.Ways), MemberType = typeof(BackupTests))]
    public async Task Whatever_is_in_a_journal_comes_back(string from, string to)
    {
        var facts = RandomJournal.Facts.Array[20].Single().SelectMany(f => f).ToArray();
        var source = await FilledAsync(from, facts);
        var target = await EmptyAsync(to);
        await TakeAsync(target, await ArchiveAsync(source));
        await SameRowsAsync(source, target);
    }

    [Fact]
    public Task Any_small_journal_comes_back() =>
        RandomJournal.Facts.SampleAsync(
            async facts =>
            {
                var source = await FilledAsync(Storage.Sqlite, facts);
                var target = await EmptyAsync(Storage.Sqlite);
                await TakeAsync(target, await ArchiveAsync(source));
                await SameRowsAsync(source, target);
            },
            iter: 15,
            threads: 1
        );

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task Taken_in_again_nothing_is_new(string storage)
    {
        var source = await FilledAsync(storage, RandomJournal.Facts.Array[5].Single().SelectMany(f => f).ToArray());
        var archive = await ArchiveAsync(source);
        var target = await EmptyAsync(storage);
        await TakeAsync(target, archive);
        var before = await RowsOfAsync(target);
        var again = await TakeAsync(target, archive);
        Assert.Equal((0, 0), (again.Added, again.Changed));
        Assert.Empty(again.Conflicts);
        Assert.Equal(before, await RowsOfAsync(target));
    }

    [Fact]
    public async Task A_journal_that_has_something_gets_only_what_it_lacks()
    {
        var (source, target) = (await EmptyAsync(Storage.Sqlite), await EmptyAsync(Storage.Sqlite));
        await NoteAsync(source, "one");
        await NoteAsync(target, "mine");
        await TakeAsync(target, await ArchiveAsync(source));
        Assert.Equal(["mine", "one"], (await target.AllAsync<Note>()).Select(n => n.Text).Order());

        // the source goes on: one note is corrected, one is new
        var note = (await source.AllAsync<Note>()).Single();
        await source.RecordAsync(new Draft("edit").Correct(note, note with { Text = "one, corrected" }));
        await NoteAsync(source, "two");
        var later = await TakeAsync(target, await ArchiveAsync(source));
        Assert.Equal(["mine", "one, corrected", "two"], (await target.AllAsync<Note>()).Select(n => n.Text).Order());
        Assert.Equal((1, 0), (later.Changed, later.Conflicts.Count));
    }

    [Fact]
    public async Task What_was_changed_on_both_sides_stays_and_is_named()
    {
        var (source, target) = (await EmptyAsync(Storage.Sqlite), await EmptyAsync(Storage.Sqlite));
        await NoteAsync(source, "one");
        await TakeAsync(target, await ArchiveAsync(source));
        foreach (var (journal, text) in new[] { (source, "there"), (target, "here") })
        {
            var note = (await journal.AllAsync<Note>()).Single();
            await journal.RecordAsync(new Draft("edit").Correct(note, note with { Text = text }));
        }
        var taken = await TakeAsync(target, await ArchiveAsync(source));
        Assert.Equal("here", (await target.AllAsync<Note>()).Single().Text);
        Assert.Contains(taken.Conflicts, c => c.Table == "notes");
    }

    [Fact]
    public async Task Readings_of_both_sides_stand_beside_each_other_and_make_one_day()
    {
        var (source, target) = (await EmptyAsync(Storage.Sqlite), await EmptyAsync(Storage.Sqlite));
        await StepsAsync(source, 8, 100);
        await StepsAsync(target, 10, 20);
        await TakeAsync(target, await ArchiveAsync(source));
        Assert.Equal(120, (await target.DailyValuesAsync("steps")).Single().Value);
    }

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task Of_two_people_in_one_storage_each_has_their_own(string storage)
    {
        var ana = await EmptyAsync(storage);
        var ben = await ana.Store.OfAsync((await ana.Store.AddPersonAsync("Ben", "Europe/Madrid")).Id);
        await NoteAsync(ana, "of Ana");
        await NoteAsync(ben, "of Ben");
        var archive = await ArchiveAsync(ana);
        Assert.DoesNotContain("of Ben", string.Concat(Texts(archive).Values), StringComparison.Ordinal);
        var tables = await WrittenZip.TidyAsync(ana);
        Assert.Equal(["of Ana"], tables.Table("events.csv").Select(r => r["text"]));

        // whose archive it was gives no way to their rows
        await TakeAsync(ben, archive);
        Assert.Equal(["of Ana", "of Ben"], (await ben.AllAsync<Note>()).Select(n => n.Text).Order());
        Assert.Equal(["of Ana"], (await ana.AllAsync<Note>()).Select(n => n.Text));
    }

    [Fact]
    public async Task Trying_it_writes_nothing()
    {
        var source = await EmptyAsync(Storage.Sqlite);
        await NoteAsync(source, "one");
        var target = await EmptyAsync(Storage.Sqlite);
        var before = await RowsOfAsync(target);
        var taken = await TakeAsync(target, await ArchiveAsync(source), tryOnly: true);
        Assert.True(taken.Added > 0);
        Assert.Equal(before, await RowsOfAsync(target));
    }

    [Fact]
    public async Task Secrets_stay_at_home_and_are_named()
    {
        var journal = await EmptyAsync(Storage.Sqlite);
        await NoteAsync(journal, "one");
        var token = (await new BridgeBook(journal).AddAsync(Guid.CreateVersion7(), "Watch"))!.Value;
        await new ReminderSettings
        {
            Feed = "feed-secret",
            ByMail = true,
            Mail = new MailSettings("host", 25, default, "user", "mail-secret", "a@example.org", "b@example.org"),
        }.WriteAsync(journal);
        var archive = await ArchiveAsync(journal);
        var all = string.Concat(Texts(archive).Values);
        foreach (var secret in (string[])["feed-secret", "mail-secret", Convert.ToBase64String(token.Hash)])
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        Assert.Contains("a@example.org", all, StringComparison.Ordinal);
        var leftOut = Manifest(archive).GetProperty("left_out").EnumerateArray().Select(l => l.GetString()).ToList();
        Assert.Equal(3, leftOut.Count);
        Assert.Contains("reminders.feed", leftOut);
        Assert.Contains("reminders.mail.secret", leftOut);
        Assert.Contains(leftOut, l => l!.StartsWith("bridge.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_table_is_there_as_JSON_and_CSV_with_its_rows_and_sum()
    {
        var journal = await FilledAsync(
            Storage.Sqlite,
            RandomJournal.Facts.Array[5].Single().SelectMany(f => f).ToArray()
        );
        var archive = await ArchiveAsync(journal);
        var rows = await Rows.OfAsync(journal.Store.Place);
        var files = Manifest(archive)
            .GetProperty("files")
            .EnumerateArray()
            .ToDictionary(f => f.GetProperty("name").GetString()!);
        // a link that was ended would open again from an archive
        Assert.DoesNotContain("tables/link_files.jsonl", files.Keys);
        foreach (var (table, expected) in rows.Where(r => r.Key != "link_files"))
        {
            var count = table == "settings" ? expected.Count - 1 : expected.Count;
            Assert.Equal(count, files[$"tables/{table}.jsonl"].GetProperty("rows").GetInt64());
            Assert.Equal(count, new WrittenZip(archive).Table($"tables/{table}.csv").Count);
        }
    }

    [Fact]
    public async Task A_change_to_any_file_in_it_is_noticed_and_named_and_nothing_is_taken_in()
    {
        var journal = await EmptyAsync(Storage.Sqlite);
        await NoteAsync(journal, "one");
        var archive = await ArchiveAsync(journal);
        var target = await EmptyAsync(Storage.Sqlite);
        var before = await RowsOfAsync(target);
        foreach (var name in new WrittenZip(archive).Names.Where(n => n != "manifest.json"))
        {
            var changed = Rewrite(archive, name, text => $"{text} ");
            var refused = await Assert.ThrowsAsync<ArchiveException>(() => TakeAsync(target, changed));
            Assert.Equal(("changed", name), (refused.Why, refused.File));
            var without = Rewrite(archive, name, _ => null);
            var missing = await Assert.ThrowsAsync<ArchiveException>(() => TakeAsync(target, without));
            Assert.Equal(("file-missing", name), (missing.Why, missing.File));
        }
        Assert.Equal(before, await RowsOfAsync(target));
    }

    [Fact]
    public async Task A_row_that_is_wrong_although_its_sum_is_right_takes_everything_back()
    {
        var journal = await EmptyAsync(Storage.Sqlite);
        await NoteAsync(journal, "one");
        var archive = await ArchiveAsync(journal);
        var old = Texts(archive)["tables/notes.jsonl"];
        var made = $"{old}{{\"text\":\"forged\"}}\n";
        var forged = Rewrite(Rewrite(archive, "tables/notes.jsonl", _ => made), "manifest.json", text =>
            text.Replace(SumOf(old), SumOf(made), StringComparison.Ordinal)
        );
        var target = await EmptyAsync(Storage.Sqlite);
        var before = await RowsOfAsync(target);
        var refused = await Assert.ThrowsAsync<ArchiveException>(() => TakeAsync(target, forged));
        Assert.Equal(("bad-row", "tables/notes.jsonl:2"), (refused.Why, refused.File));
        Assert.Equal(before, await RowsOfAsync(target));
    }

    [Fact]
    public async Task One_that_was_cut_short_is_refused()
    {
        var journal = await EmptyAsync(Storage.Sqlite);
        await NoteAsync(journal, "one");
        var archive = await ArchiveAsync(journal);
        foreach (var part in (int[])[30, 200, archive.Length / 2, archive.Length - 1])
            await Assert.ThrowsAsync<ArchiveException>(() => TakeAsync(journal, archive[..part]));
        Assert.False(Journal.IsArchive(new MemoryStream(archive[..200])));
        Assert.True(Journal.IsArchive(new MemoryStream(archive)));
    }

    [Fact]
    public async Task It_is_never_taken_for_the_export_of_a_device()
    {
        var archive = await ArchiveAsync(await TidyCsvTests.DemoAsync());
        var catalogue = new MeasureCatalogue(ContentCheck.Content);
        var journal = await EmptyAsync(Storage.Sqlite);
        var measures = await journal.MeasuresAsync(catalogue);
        var refused = Assert.Throws<ImportException>(() =>
            ImportFile.Read(
                new MemoryStream(archive),
                new ImportOptions { Days = journal.Days },
                catalogue,
                measures,
                journal.Today
            )
        );
        Assert.Equal(ImportProblem.IsOurArchive, refused.Why);
    }

    [Fact]
    public async Task Others_go_on_writing_while_it_is_made()
    {
        var journal = await FilledAsync(
            Storage.Sqlite,
            RandomJournal.Facts.Array[5].Single().SelectMany(f => f).ToArray()
        );
        var before = await RowsOfAsync(journal);
        var slow = new WritesOnFirst(() => NoteAsync(journal, "meanwhile"));
        await WholeArchive.WriteAsync(journal, English, slow);
        Assert.Contains("meanwhile", (await journal.AllAsync<Note>()).Select(n => n.Text));
        var target = await EmptyAsync(Storage.Sqlite);
        await TakeAsync(target, slow.ToArray());
        Assert.Equal(Without(before, journal), Without(await RowsOfAsync(target), target));
    }

    /// <summary>Does something else at the first byte that is written to it.</summary>
    private sealed class WritesOnFirst(Func<Task> then) : MemoryStream
    {
        private Func<Task>? _then = then;

        public override void Write(byte[] buffer, int offset, int count)
        {
            var now = _then;
            _then = null;
            now?.Invoke().GetAwaiter().GetResult();
            base.Write(buffer, offset, count);
        }
    }

    private static async Task<byte[]> ArchiveAsync(Journal journal)
    {
        using var to = new MemoryStream();
        await WholeArchive.WriteAsync(journal, English, to);
        return to.ToArray();
    }

    private static Task<ArchiveTaken> TakeAsync(Journal journal, byte[] archive, bool tryOnly = false) =>
        journal.TakeInAsync(new MemoryStream(archive), "all.zip", tryOnly);

    private static async Task<Journal> EmptyAsync(string storage)
    {
        var store = await JournalStore.OpenAsync(
            Storage.NewPlaceAlone(storage),
            new NodaTime.Testing.FakeClock(Storage.Noon)
        );
        return await store.OfAsync((await store.AddPersonAsync("Eva", "Asia/Tokyo")).Id);
    }

    private static async Task<Journal> FilledAsync(string storage, Recorded[] facts)
    {
        var journal = await EmptyAsync(storage);
        await RandomJournal.FillAsync(journal, facts);
        return journal;
    }

    private static Task NoteAsync(Journal journal, string text) =>
        journal.RecordAsync(
            new Draft("checkin").Add(
                new Note
                {
                    Day = new(2026, 11, 20),
                    Text = text,
                    Source = "checkin",
                }
            )
        );

    private static Task StepsAsync(Journal journal, int hour, double steps) =>
        journal.AddSamplesAsync(
            new MeasureCatalogue(ContentCheck.Content).Find("steps")!,
            "Watch",
            [new Reading(Instant.FromUtc(2026, 11, 20, hour - 7, 0), Instant.FromUtc(2026, 11, 20, hour - 6, 0), steps)]
        );

    private static async Task SameRowsAsync(Journal source, Journal target)
    {
        var (before, after) = (Without(await RowsOfAsync(source), source), Without(await RowsOfAsync(target), target));
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, table => Assert.Equal(table.Value, after[table.Key]));
    }

    /// <summary>Whose rows they are is the one thing that is another's.</summary>
    private static SortedDictionary<string, List<string>> Without(
        SortedDictionary<string, List<string>> rows,
        Journal journal
    )
    {
        var made = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (table, all) in rows)
            made[table] =
            [
                .. all.Where(r => !r.Contains("Key = version,", StringComparison.Ordinal))
                    .Select(r => r.Replace(journal.Person.Id.ToString(), "PERSON", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];
        return made;
    }

    /// <summary>With what blocks of samples hold, which a row as text does not show.</summary>
    private static async Task<SortedDictionary<string, List<string>>> RowsOfAsync(Journal journal)
    {
        var rows = await Rows.OfAsync(journal.Store.Place);
        rows["sample_blocks, unpacked"] =
        [
            .. (await journal.AllAsync<SampleBlock>()).Select(b => $"{b.Id} {Convert.ToHexString(b.Data)}").Order(),
        ];
        return rows;
    }

    private static string SumOf(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static JsonElement Manifest(byte[] archive) =>
        JsonDocument.Parse(Texts(archive)["manifest.json"]).RootElement.Clone();

    private static Dictionary<string, string> Texts(byte[] archive)
    {
        var zip = new WrittenZip(archive);
        return zip.Names.ToDictionary(n => n, n => Encoding.UTF8.GetString(zip.Bytes(n)));
    }

    /// <param name="change">Null takes the file out.</param>
    private static byte[] Rewrite(byte[] archive, string name, Func<string, string?> change)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (file, text) in Texts(archive))
                if ((file == name ? change(text) : text) is { } now)
                {
                    using var entry = zip.CreateEntry(file).Open();
                    entry.Write(Encoding.UTF8.GetBytes(now));
                }
        return to.ToArray();
    }
}
