using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Journals.Samples;

/// <summary>What a device sends in a thousand small parts takes the room of one.</summary>
public class ArrivalTests
{
    public static TheoryData<string> Storages => Storage.Both;

    private static SampleBag Bag(int from, int count, double value)
    {
        var bag = new SampleBag(_ => DailyRule.Sum);
        for (var i = from; i < from + count; i++)
            bag.Add("steps", "Watch", new Reading(At(i), At(i + 1), value));
        return bag;
    }

    private static Instant At(int quarter) => Instant.FromUtc(2026, 3, 2, 6, 0) + Duration.FromMinutes(15 * quarter);

    [Theory, MemberData(nameof(Storages))]
    public async Task Many_small_parts_become_one_and_say_the_same(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var whole = await Storage.NewJournalAsync(storage);
        // each brings the last hours again, as apps do, and one corrected quarter of an hour
        for (var i = 0; i < 100; i++)
            await journal.ArriveAsync([], Bag(i, 8, i + 1));
        for (var i = 0; i < 100; i++)
            await whole.ImportAsync([], samples: Bag(i, 8, i + 1));
        Assert.Equal(
            await whole.DailyValuesAsync("steps"),
            (await journal.DailyValuesAsync("steps")).Select(v => v with { PersonId = whole.Person.Id })
        );
        Assert.InRange((await journal.AllAsync<SampleBlock>()).Count, 1, SampleTables.MostArrivals + 1);
        Assert.InRange((await journal.ChangesAsync()).Count, 1, SampleTables.MostArrivals + 2);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_file_that_was_brought_stays_a_change_of_its_own_that_can_be_undone(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var file = await journal.ImportAsync([], samples: Bag(500, 4, 50));
        for (var i = 0; i < 40; i++)
            await journal.ArriveAsync([], Bag(i, 1, 10));
        Assert.Equal(600, (await journal.DailyValuesAsync("steps")).Sum(v => v.Value), 6);
        await journal.UndoAsync(file.Change!.Id);
        Assert.Equal(400, (await journal.DailyValuesAsync("steps")).Sum(v => v.Value), 6);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Taking_back_what_came_last_takes_back_nothing_else(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        for (var i = 0; i < SampleTables.MostArrivals; i++)
            await journal.ArriveAsync([], Bag(i, 1, 10));
        var last = await journal.ArriveAsync([], Bag(SampleTables.MostArrivals, 1, 10));
        Assert.Equal(2, (await journal.AllAsync<SampleBlock>()).Count);
        await journal.UndoAsync(last.Change!.Id);
        Assert.Equal(10 * SampleTables.MostArrivals, (await journal.DailyValuesAsync("steps")).Sum(v => v.Value), 6);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task What_a_file_corrected_stays_corrected_when_later_parts_are_laid_together(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.ArriveAsync([], Bag(0, 1, 10));
        await journal.ImportAsync([], samples: Bag(0, 1, 70));
        for (var i = 1; i <= 2 * SampleTables.MostArrivals; i++)
            await journal.ArriveAsync([], Bag(i, 1, 1));
        Assert.Equal(
            70 + 2 * SampleTables.MostArrivals,
            (await journal.DailyValuesAsync("steps")).Sum(v => v.Value),
            6
        );
        Assert.InRange((await journal.AllAsync<SampleBlock>()).Count, 1, SampleTables.MostArrivals + 2);
        await journal.DeriveDailyValuesAsync();
        Assert.Equal(
            70 + 2 * SampleTables.MostArrivals,
            (await journal.DailyValuesAsync("steps")).Sum(v => v.Value),
            6
        );
    }

    [Fact]
    public async Task Nothing_new_writes_nothing()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.ArriveAsync([], Bag(0, 4, 10));
        Assert.Null((await journal.ArriveAsync([], Bag(0, 4, 10))).Change);
    }
}
