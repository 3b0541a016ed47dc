using Inomya.Journals;
using NodaTime;

namespace Inomya.Tests.Journals;

/// <summary>What a submission is worth that comes a second time.</summary>
public class SentAgainTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    public static TheoryData<string> Storages => Storage.Both;

    private static Draft Form(string text) =>
        new Draft("checkin", "form", Today).Add(
            new Note
            {
                Day = Today,
                Text = text,
                Source = "checkin",
            }
        );

    [Theory, MemberData(nameof(Storages))]
    public async Task A_form_that_is_sent_again_after_its_undo_counts_again_and_once(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var first = await journal.RecordAsync(Form("rain"));
        await journal.UndoAsync(first.Id);
        Assert.Empty(await journal.AllAsync<Note>());

        var again = await journal.RecordAsync(Form("rain"));
        Assert.NotEqual(first.Id, again.Id);
        Assert.Equal(again.Id, (await journal.RecordAsync(Form("rain"))).Id);
        Assert.Equal("rain", Assert.Single(await journal.AllAsync<Note>()).Text);

        await journal.UndoAsync(again.Id);
        Assert.NotEqual(again.Id, (await journal.RecordAsync(Form("rain"))).Id);
        Assert.Single(await journal.AllAsync<Note>());
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_second_tap_before_any_undo_writes_nothing_of_its_own(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var first = await journal.RecordAsync(Form("rain"));
        Assert.Equal(first.Id, (await journal.RecordAsync(Form("sun"))).Id);
        Assert.Equal("rain", Assert.Single(await journal.AllAsync<Note>()).Text);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task An_undo_that_is_sent_twice_is_one(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var first = await journal.RecordAsync(Form("rain"));
        Assert.Equal((await journal.UndoAsync(first.Id)).Id, (await journal.UndoAsync(first.Id)).Id);
        Assert.Empty(await journal.AllAsync<Note>());
    }
}
