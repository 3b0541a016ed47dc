using System.Text.Json;
using Inomya.Journals;
using Inomya.Medicines;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Medicines;

public class AcknowledgementsTests
{
    private static readonly Medicine[] List = Shelf.Numbered([
        Shelf.Daily("ibuprofen", 400, "mg", 3),
        new Medicine { Name = "sertraline" },
    ]);

    private static MedicineFinding One => Shelf.Find(List).First(f => f.Rule == "nsaid-ssri");

    private static string Fingerprint => Acknowledgements.FingerprintOf(List);

    private static async Task<Journal> TickedAsync(string note)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));
        await TickAsync(journal, One, Fingerprint, note);
        return journal;
    }

    private static async Task<Change> TickAsync(Journal journal, MedicineFinding finding, string list, string note) =>
        await journal.RecordAsync(
            (await Acknowledgements.ReadAsync(journal)).Tick(finding, list, note, journal.Today, null)
        );

    private static async Task<string?> NoteAsync(Journal journal, string list) =>
        (await Acknowledgements.ReadAsync(journal)).NoteOn(One, list);

    [Fact]
    public async Task A_note_holds_for_its_list_and_is_kept_in_the_journal()
    {
        var journal = await TickedAsync("asked");
        Assert.Equal("asked", await NoteAsync(journal, Acknowledgements.FingerprintOf([.. List.Reverse()])));
        Assert.Empty(await journal.SettingsAsync());
    }

    [Fact]
    public async Task It_comes_back_when_a_dose_changes_or_a_medicine_is_added()
    {
        var journal = await TickedAsync("asked");
        Assert.Null(
            await NoteAsync(journal, Acknowledgements.FingerprintOf([List[0] with { TimesPerDay = 2 }, List[1]]))
        );
        Assert.Null(
            await NoteAsync(journal, Acknowledgements.FingerprintOf([.. List, new Medicine { Name = "zinc" }]))
        );
    }

    [Fact]
    public async Task It_can_be_taken_back()
    {
        var journal = await TickedAsync("");
        Assert.Equal("", await NoteAsync(journal, Fingerprint));
        await journal.RecordAsync((await Acknowledgements.ReadAsync(journal)).Reopen(One, journal.Today, null));
        Assert.Null(await NoteAsync(journal, Fingerprint));
    }

    [Fact]
    public async Task It_can_be_undone_and_the_note_before_is_there_again()
    {
        var journal = await TickedAsync("asked");
        var again = await TickAsync(journal, One, Fingerprint, "asked twice");
        Assert.Equal("asked twice", await NoteAsync(journal, Fingerprint));
        await journal.UndoAsync(again.Id);
        Assert.Equal("asked", await NoteAsync(journal, Fingerprint));
    }

    [Fact]
    public async Task A_note_on_another_finding_stays_when_one_is_ticked_for_a_new_list()
    {
        var other = Shelf.Find(List).First(f => f.Key != One.Key);
        var journal = await TickedAsync("asked");
        await TickAsync(journal, other, "another list", "also asked");
        Assert.Equal("asked", await NoteAsync(journal, Fingerprint));
    }

    [Fact]
    public async Task Notes_of_before_are_read_and_each_can_be_taken_back_for_itself()
    {
        var other = Shelf.Find(List).First(f => f.Key != One.Key);
        var old = new Dictionary<string, object>
        {
            [One.Key] = new { List = Fingerprint, Note = "asked in May" },
            [other.Key] = new { List = Fingerprint, Note = "" },
        };
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));
        await journal.SetAsync(Acknowledgements.OldSetting, JsonSerializer.Serialize(old));
        Assert.Equal("asked in May", await NoteAsync(journal, Fingerprint));
        Assert.Null(await NoteAsync(journal, "another list"));

        var back = await journal.RecordAsync(
            (await Acknowledgements.ReadAsync(journal)).Reopen(One, journal.Today, null)
        );
        Assert.Null(await NoteAsync(journal, Fingerprint));
        Assert.Equal("", (await Acknowledgements.ReadAsync(journal)).NoteOn(other, Fingerprint));

        await TickAsync(journal, One, Fingerprint, "asked again");
        Assert.Equal("asked again", await NoteAsync(journal, Fingerprint));
        Assert.NotEqual(Guid.Empty, back.Id);
    }
}
