using Inomya.Journals;
using NodaTime;

namespace Inomya.Tests.Importing;

/// <summary>The same file again, a later one of the same diary, and what the person did by hand in between.</summary>
public class ReimportTests
{
    private const string January = "day,pain\n2026-01-01,3\n2026-01-02,4\n2026-01-02,6\n";
    private static readonly LocalDate First = new(2026, 1, 1),
        Second = new(2026, 1, 2);

    public static TheoryData<string> Storages => Storage.Both;

    private static Task<Imported> ImportAsync(Journal journal, string csv, bool tryOnly = false) =>
        journal.ImportAsync(Files.Read(csv, Files.PainMap).Facts, tryOnly);

    private static async Task<string> ValuesAsync(Journal journal) =>
        string.Join(
            ", ",
            (await journal.EntriesAsync(First, Second)).OrderBy(e => e.Day).ThenBy(e => e.Value).Select(e => e.Value)
        );

    [Theory, MemberData(nameof(Storages))]
    public async Task The_same_file_again_adds_nothing(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        Assert.Equal(3, (await ImportAsync(journal, January)).Added);
        Assert.Equal(new Imported(0, 3, 0, null), await ImportAsync(journal, January));
        Assert.Single(await journal.ChangesAsync());
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_longer_file_adds_what_is_new_and_corrects_what_changed(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await ImportAsync(journal, January);
        var later = await ImportAsync(
            journal,
            January.Replace("01,3", "01,5", StringComparison.Ordinal) + "2026-01-03,7\n"
        );
        Assert.Equal((1, 2, 1), (later.Added, later.Same, later.Changed));
        Assert.Equal("5, 4, 6", await ValuesAsync(journal));
        Assert.Equal(
            [3, 5],
            (await journal.VersionsAsync<Entry>((await journal.EntriesAsync(First, First))[0].Id)).Select(v =>
                v.Value!.Value
            )
        );
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task What_the_person_corrected_or_took_out_stays_so(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await ImportAsync(journal, January);
        var first = (await journal.EntriesAsync(First, First))[0];
        var six = (await journal.EntriesAsync(Second, Second)).Single(e => e.Value == 6);
        await journal.RecordAsync(new Draft("edit").Correct(first, first with { Value = 9 }));
        await journal.RecordAsync(new Draft("delete").Remove(six));

        Assert.Equal(new Imported(0, 3, 0, null), await ImportAsync(journal, January));
        Assert.Equal(
            new Imported(0, 3, 0, null),
            await ImportAsync(journal, January.Replace("01,3", "01,1", StringComparison.Ordinal))
        );
        Assert.Equal("9, 4", await ValuesAsync(journal));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task An_import_can_be_undone_and_made_again(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var import = await ImportAsync(journal, January);
        await journal.UndoAsync(import.Change!.Id);
        Assert.Empty(await ValuesAsync(journal));
        Assert.Equal(3, (await ImportAsync(journal, January)).Added);
        Assert.Equal("3, 4, 6", await ValuesAsync(journal));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Trying_counts_the_same_and_writes_nothing(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        Assert.Equal(new Imported(3, 0, 0, null), await ImportAsync(journal, January, tryOnly: true));
        Assert.Empty(await ValuesAsync(journal));
        Assert.Empty(await journal.ChangesAsync());
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task An_import_that_is_stopped_leaves_nothing(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        using var stop = new CancellationTokenSource();
        var many = Enumerable
            .Range(0, 500)
            .Select(n => new Note
            {
                Day = First,
                Text = $"{n}",
                Source = "csv",
            });
        var draft = new Draft("import");
        foreach (var note in many)
            draft.Add(note);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journal.RecordAsync(draft, stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            journal.ImportAsync(Files.Read(January, Files.PainMap).Facts, stop: stop.Token)
        );
        Assert.Empty(await journal.NotesAsync(First, First));
        Assert.Empty(await journal.ChangesAsync());
    }
}
