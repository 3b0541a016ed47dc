using CsCheck;
using Inomya.Journals;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Journals;

public class BackupTests
{
    private static readonly FakeClock Clock = new(Storage.Noon);
    private static readonly BackupKey Key = BackupKey.NewRecoveryKey();

    public static TheoryData<string, string> Ways =>
        new()
        {
            { Storage.Sqlite, Storage.Sqlite },
            { Storage.Sqlite, Storage.Postgres },
            { Storage.Postgres, Storage.Sqlite },
            { Storage.Postgres, Storage.Postgres },
        };

    [Theory, MemberData(nameof(Ways))]
    public async Task A_backup_restores_to_the_same_journal_row_by_row(string from, string to)
    {
        var facts = RandomJournal.Facts.Array[20].Single().SelectMany(f => f).ToArray();
        var source = await FilledAsync(from, facts);
        var file = await WriteAsync(source);
        var target = Storage.NewPlaceAlone(to);
        await Backup.RestoreAsync(file, Key, target, Storage.NewFolder(), Clock);

        var (before, after) = (await Rows.OfAsync(source), await Rows.OfAsync(target));
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, table => Assert.Equal(table.Value, after[table.Key]));
        Assert.True(before["entries"].Count > 0 && before["sample_blocks"].Count > 0 && before["settings"].Count > 0);
    }

    [Fact]
    public Task Whatever_is_in_a_journal_comes_back() =>
        RandomJournal.Facts.SampleAsync(
            async facts =>
            {
                var source = await FilledAsync(Storage.Sqlite, facts);
                var target = Storage.NewPlaceAlone(Storage.Sqlite);
                await Backup.RestoreAsync(
                    await WriteAsync(source),
                    Key,
                    target,
                    Path.GetDirectoryName(target.File)!,
                    Clock
                );
                var (before, after) = (await Rows.OfAsync(source), await Rows.OfAsync(target));
                Assert.All(before, table => Assert.Equal(table.Value, after[table.Key]));
            },
            iter: 15,
            threads: 1
        );

    [Theory, MemberData(nameof(Ways))]
    public async Task The_manifest_does_not_depend_on_the_storage(string from, string to)
    {
        var source = await FilledAsync(from, RandomJournal.Facts.Array[3].Single().SelectMany(f => f).ToArray());
        var file = await WriteAsync(source);
        var target = Storage.NewPlaceAlone(to);
        await Backup.RestoreAsync(file, Key, target, Storage.NewFolder(), Clock);

        var first = await Backup.VerifyAsync(file, Key, Storage.NewFolder());
        var second = await Backup.VerifyAsync(await WriteAsync(target), Key, Storage.NewFolder());
        Assert.Equal(first.Tables, second.Tables);
    }

    [Fact]
    public async Task A_log_that_another_journal_left_is_not_written_into_the_one_that_is_put_back()
    {
        var file = await WriteAsync(await FilledAsync(Storage.Sqlite, []));
        var lost = await FilledAsync(
            Storage.Sqlite,
            RandomJournal.Facts.Array[5].Single().SelectMany(f => f).ToArray()
        );
        var target = Storage.NewPlaceAlone(Storage.Sqlite);
        // the machine went down, and somebody deleted the journal but not the log beside it
        File.Copy($"{lost.File}-wal", $"{target.File}-wal");
        Assert.True(new FileInfo($"{target.File}-wal").Length > 0);
        var (_, old) = await Backup.RestoreAsync(file, Key, target, Path.GetDirectoryName(target.File)!, Clock);
        Assert.Null(old);
        var rows = await Rows.OfAsync(target);
        Assert.Empty(rows["entries"]);
        Assert.Null(await (await JournalStore.OpenAsync(target, Clock)).IntegrityAsync());
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(target.File)!, "*.old-wal"));
    }

    [Fact]
    public async Task A_flipped_bit_anywhere_is_noticed()
    {
        var file = await SmallBackupAsync();
        var good = await File.ReadAllBytesAsync(file);
        var places = Enumerable
            .Range(0, BackupHeader.Length + 40)
            .Concat(Enumerable.Range(0, 200).Select(i => (int)((long)i * good.Length / 200)))
            .Append(good.Length - 1);
        foreach (var place in places.Distinct())
        {
            var bad = good.ToArray();
            bad[place] ^= 0x10;
            await File.WriteAllBytesAsync(file, bad);
            await Assert.ThrowsAsync<BackupException>(() => Backup.VerifyAsync(file, Key, Storage.NewFolder()));
        }
    }

    [Fact]
    public async Task A_flipped_bit_in_the_numbers_that_make_the_key_is_noticed()
    {
        var file = await SmallBackupAsync(BackupKey.FromPassphrase("correct horse"));
        var good = await File.ReadAllBytesAsync(file);
        foreach (var place in Enumerable.Range(10, 12))
        {
            var bad = good.ToArray();
            bad[place] ^= 0x80;
            await File.WriteAllBytesAsync(file, bad);
            await Assert.ThrowsAsync<BackupException>(() =>
                Backup.VerifyAsync(file, BackupKey.FromPassphrase("correct horse"), Storage.NewFolder())
            );
        }
    }

    [Fact]
    public async Task A_backup_cut_short_or_with_chunks_moved_or_added_is_noticed()
    {
        var (chunkKey, header) = (new byte[32], new byte[] { 1, 2, 3 });
        var plain = Enumerable.Range(0, 5 * BackupChunk.PlainBytes).Select(i => (byte)(i * 31)).ToArray();
        using var whole = new MemoryStream();
        using (var sealer = new BackupSealer(whole, chunkKey, header))
        {
            sealer.Write(plain);
            sealer.Complete();
        }
        var chunks = whole.ToArray().Chunk(BackupChunk.PlainBytes + BackupChunk.TagBytes).ToArray();
        Assert.Equal(plain, Open(chunks));

        foreach (var kept in Enumerable.Range(0, chunks.Length))
            Refused([.. chunks.Take(kept)]);
        Refused([chunks[1], chunks[0], .. chunks[2..]]);
        Refused([.. chunks[..^2], chunks[^1]]);
        Refused([.. chunks, chunks[^1]]);
        Refused([.. chunks[..^1], chunks[^1][..^1]]);
        Refused([.. chunks, [0]]);
        await Task.CompletedTask;

        byte[] Open(byte[][] parts)
        {
            using var opener = new BackupOpener(new MemoryStream([.. parts.SelectMany(p => p)]), chunkKey, header);
            using var read = new MemoryStream();
            opener.CopyTo(read);
            return read.ToArray();
        }

        void Refused(byte[][] parts) => Assert.Equal("damaged", Assert.Throws<BackupException>(() => Open(parts)).Why);
    }

    [Fact]
    public void Any_length_comes_back_as_it_was() =>
        Gen.Int[0, 3 * BackupChunk.PlainBytes]
            .Sample(
                length =>
                {
                    var plain = Enumerable.Range(0, length).Select(i => (byte)(i * 7)).ToArray();
                    using var file = new MemoryStream();
                    using (var sealer = new BackupSealer(file, new byte[32], []))
                    {
                        sealer.Write(plain.AsSpan(0, length / 3));
                        sealer.Write(plain.AsSpan(length / 3));
                        sealer.Complete();
                    }
                    file.Position = 0;
                    using var opener = new BackupOpener(file, new byte[32], []);
                    using var read = new MemoryStream();
                    opener.CopyTo(read);
                    Assert.Equal(plain, read.ToArray());
                },
                iter: 50
            );

    [Fact]
    public async Task The_wrong_key_is_told_apart_from_damage()
    {
        var file = await SmallBackupAsync();
        Assert.Equal("wrong-key", await WhyNotAsync(file, BackupKey.NewRecoveryKey()));
        Assert.Equal("needs-recovery-key", await WhyNotAsync(file, BackupKey.FromPassphrase("x")));
        var spoken = await SmallBackupAsync(BackupKey.FromPassphrase("Grüße an Ana"));
        Assert.Equal("wrong-key", await WhyNotAsync(spoken, BackupKey.FromPassphrase("grüße an Ana")));
        Assert.Equal("needs-passphrase", await WhyNotAsync(spoken, Key));
        // the same letters typed on a keyboard that makes the umlaut of two characters
        await Backup.VerifyAsync(spoken, BackupKey.FromPassphrase("Gru\u0308ße an Ana"), Storage.NewFolder());
    }

    [Theory]
    [InlineData("")]
    [InlineData("INOMYABK")]
    [InlineData("date,pain\n2026-01-01,4\n and much more text than a header has, so that it is read as one")]
    public async Task What_is_not_a_backup_is_said_to_be_none(string content)
    {
        var file = Path.Combine(Storage.NewFolder(), "some.file");
        await File.WriteAllTextAsync(file, content);
        Assert.Equal("not-a-backup", await WhyNotAsync(file, Key));
    }

    [Fact]
    public async Task A_backup_of_a_newer_format_is_left_alone()
    {
        var file = await SmallBackupAsync();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[8]++;
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Equal("newer", await WhyNotAsync(file, Key));
    }

    [Fact]
    public async Task A_damaged_backup_restores_nothing_and_leaves_nothing_behind()
    {
        var file = await SmallBackupAsync();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        var folder = Storage.NewFolder();
        await Assert.ThrowsAsync<BackupException>(() =>
            Backup.RestoreAsync(file, Key, JournalPlace.InFolder(folder), folder, Clock)
        );
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_journal_that_is_there_is_only_replaced_when_asked_and_then_kept()
    {
        var file = await SmallBackupAsync();
        var there = await FilledAsync(
            Storage.Sqlite,
            [
                new Note
                {
                    Day = new LocalDate(2026, 1, 1),
                    Text = "mine",
                    Source = "checkin",
                },
            ]
        );
        var folder = Path.GetDirectoryName(there.File)!;
        var mine = await Rows.OfAsync(there);
        Assert.Equal(
            "there-is-a-journal",
            (await Assert.ThrowsAsync<BackupException>(() => Backup.RestoreAsync(file, Key, there, folder, Clock))).Why
        );
        Assert.Equal(mine["notes"], (await Rows.OfAsync(there))["notes"]);

        var (_, old) = await Backup.RestoreAsync(file, Key, there, folder, Clock, replaceAt: Storage.Noon);
        Assert.Equal(mine["notes"], (await Rows.OfAsync(JournalPlace.InFile(old!)))["notes"]);
        Assert.NotEqual(mine["notes"], (await Rows.OfAsync(there))["notes"]);
    }

    [Fact]
    public async Task A_journal_that_is_damaged_can_be_replaced()
    {
        var file = await SmallBackupAsync();
        var place = Storage.NewPlace(Storage.Sqlite);
        await File.WriteAllTextAsync(place.File!, "not a database, though it was one yesterday");
        var (_, old) = await Backup.RestoreAsync(
            file,
            Key,
            place,
            Path.GetDirectoryName(place.File)!,
            Clock,
            replaceAt: Storage.Noon
        );
        Assert.StartsWith("not a database", await File.ReadAllTextAsync(old!), StringComparison.Ordinal);
        Assert.Single((await Rows.OfAsync(place))["people"]);
    }

    [Fact]
    public async Task A_journal_is_not_restored_into_a_database_that_has_it()
    {
        var place = await FilledAsync(Storage.Postgres, []);
        var file = await WriteAsync(place);
        var before = await Rows.OfAsync(place);
        Assert.Equal(
            "there-already",
            (
                await Assert.ThrowsAsync<BackupException>(() =>
                    Backup.RestoreAsync(file, Key, place, Storage.NewFolder(), Clock)
                )
            ).Why
        );
        Assert.Equal(before, await Rows.OfAsync(place));
    }

    [Theory]
    [InlineData(Storage.Sqlite), InlineData(Storage.Postgres)]
    public async Task A_backup_made_while_others_write_holds_whole_changes_only(string storage)
    {
        var place = await FilledAsync(storage, []);
        var store = await JournalStore.OpenAsync(place, SystemClock.Instance);
        var journal = await store.OfAsync((await store.PeopleAsync())[0].Id);
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !enough.IsCancellationRequested; n++)
                await journal.RecordAsync(
                    new Draft("checkin")
                        .Add(Note($"{n} a"))
                        .Add(new Flare { Start = new LocalDate(2026, 1, 1), Before = $"{n}" })
                );
        });
        var files = new List<string>();
        for (var i = 0; i < 4; i++)
            files.Add(await WriteAsync(place));
        await enough.CancelAsync();
        await writing;
        foreach (var file in files)
        {
            var target = Storage.NewPlaceAlone(Storage.Sqlite);
            await Backup.RestoreAsync(file, Key, target, Path.GetDirectoryName(target.File)!, Clock);
            var rows = await Rows.OfAsync(target);
            // each change wrote one note and one flare: a backup in the middle of one would have more of the first
            Assert.Equal(
                rows["changes"].Count(c => c.Contains("Kind = checkin", StringComparison.Ordinal)),
                rows["notes"].Count
            );
            Assert.Equal(rows["notes"].Count, rows["flares"].Count);
        }
    }

    [Fact]
    public async Task A_backup_and_everything_on_the_way_is_the_owners_alone()
    {
        var file = await SmallBackupAsync();
        Assert.False(PrivateFile.IsOpenToOthers(file) ?? false);
        var place = Storage.NewPlace(Storage.Sqlite);
        await Backup.RestoreAsync(file, Key, place, Path.GetDirectoryName(place.File)!, Clock);
        Assert.False(PrivateFile.IsOpenToOthers(place.File!) ?? false);
    }

    [Fact]
    public async Task What_a_killed_backup_left_is_cleared_by_the_next_one()
    {
        var place = await FilledAsync(Storage.Sqlite, []);
        var folder = Path.GetDirectoryName(place.File)!;
        await File.WriteAllTextAsync(Path.Combine(folder, "inomya-backup.tmp"), "half a snapshot");
        await File.WriteAllTextAsync(Path.Combine(folder, "a.backup.part"), "half a backup");
        await Backup.WriteAsync(place, Path.Combine(folder, "a.backup"), Key, folder, Clock);
        Assert.Equal(
            ["a.backup"],
            Directory
                .GetFiles(folder)
                .Select(Path.GetFileName)
                .Where(f => !f!.StartsWith(JournalPlace.FileName, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_recovery_key_can_be_copied_by_hand()
    {
        var written = Key.OnPaper();
        Assert.Matches("^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$", written);
        foreach (
            var copy in (string[])
                [
                    written,
                    written.ToLowerInvariant(),
                    written.Replace("-", " ", StringComparison.Ordinal),
                    written.Replace('0', 'O').Replace('1', 'l'),
                ]
        )
            Assert.Equal(written, BackupKey.FromPaper(copy).OnPaper());
    }

    [Fact]
    public void A_slip_of_the_pen_in_a_recovery_key_is_noticed()
    {
        var written = Key.OnPaper();
        for (var i = 0; i < written.Length; i++)
            if (written[i] != '-')
                Assert.Throws<BackupException>(() =>
                    BackupKey.FromPaper(written[..i] + (written[i] == '7' ? '8' : '7') + written[(i + 1)..])
                );
        Assert.Throws<BackupException>(() => BackupKey.FromPaper(written[..^1]));
        Assert.Throws<BackupException>(() => BackupKey.FromPaper(written + "0"));
        Assert.Throws<BackupException>(() => BackupKey.FromPaper("U" + written[1..]));
    }

    private static Note Note(string text) =>
        new()
        {
            Day = new LocalDate(2026, 1, 1),
            Text = text,
            Source = "checkin",
        };

    private static async Task<JournalPlace> FilledAsync(string storage, Recorded[] facts)
    {
        var store = await JournalStore.OpenAsync(Storage.NewPlaceAlone(storage), new FakeClock(Storage.Noon));
        var journal = await store.OfAsync((await store.AddPersonAsync("Ana", "Europe/Madrid")).Id);
        await journal.AuditAsync(TwoPeople.SeenBy("somebody"));
        if (facts.Length > 0)
            await RandomJournal.FillAsync(journal, facts);
        return store.Place;
    }

    private static async Task<string> WriteAsync(JournalPlace place, BackupKey? key = null)
    {
        var file = Path.Combine(Storage.NewFolder(), "a.backup");
        await Backup.WriteAsync(place, file, key ?? Key, Storage.NewFolder(), Clock);
        return file;
    }

    private static async Task<string> SmallBackupAsync(BackupKey? key = null) =>
        await WriteAsync(await FilledAsync(Storage.Sqlite, [Note("from the backup")]), key);

    private static async Task<string> WhyNotAsync(string file, BackupKey key) =>
        (await Assert.ThrowsAsync<BackupException>(() => Backup.VerifyAsync(file, key, Storage.NewFolder()))).Why;
}
