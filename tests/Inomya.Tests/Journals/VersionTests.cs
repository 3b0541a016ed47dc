using Inomya.Content;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using NodaTime;

namespace Inomya.Tests.Journals;

/// <summary>Whatever is written to a journal gives it another version; reading it does not.</summary>
public class VersionTests
{
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);

    private static Draft Pain(Journal journal, double value) =>
        new Draft("checkin").Add(
            new Entry
            {
                Measure = "pain",
                Value = value,
                ScaleLow = 0,
                ScaleTop = 10,
                Unit = "{score}",
                Day = journal.Today,
                Source = "checkin",
            }
        );

    [Theory]
    [MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task Every_kind_of_writing_gives_another_version(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var noon = journal.Now;
        var writings = new Func<Task>[]
        {
            () => journal.RecordAsync(Pain(journal, 4)),
            () => journal.SetAsync(new("theme"), "night"),
            () => journal.AddSamplesAsync(Measures.Find("steps")!, "watch", [new Reading(noon, noon, 900)]),
            () => journal.DeriveDailyValuesAsync(),
            () => journal.UpdatePersonAsync(journal.Person with { Name = "Eva" }),
            () => journal.MoveToZoneAsync(noon, "Asia/Tokyo"),
        };
        var versions = new HashSet<string> { await journal.VersionAsync() };
        foreach (var write in writings)
        {
            await write();
            Assert.True(versions.Add(await journal.VersionAsync()));
        }
    }

    [Theory]
    [MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task It_is_the_same_for_all_who_read_and_for_no_one_else(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.RecordAsync(Pain(journal, 4));
        var version = await journal.VersionAsync();
        await journal.DayAsync(journal.Today);
        Assert.Equal(version, await (await journal.Store.OfAsync(journal.Person.Id)).VersionAsync());
        var other = await journal.Store.OfAsync((await journal.Store.AddPersonAsync("Eva", "Europe/Madrid")).Id);
        Assert.Empty(await other.VersionAsync());
        await other.RecordAsync(Pain(other, 1));
        Assert.Equal(version, await journal.VersionAsync());
    }

    [Fact]
    public async Task A_writing_that_fails_leaves_it()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(Pain(journal, 4));
        var entry = Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today));
        await journal.RecordAsync(new Draft("edit").Remove(entry));
        var version = await journal.VersionAsync();
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => journal.RecordAsync(new Draft("edit").Remove(entry)));
        Assert.Equal(version, await journal.VersionAsync());
    }

    [Fact]
    public async Task It_is_no_choice_of_the_person()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.SetAsync(new("theme"), "night");
        Assert.Equal([new("theme")], (await journal.SettingsAsync()).Keys);
        Assert.Equal([new("theme")], (await journal.DayAsync(journal.Today)).Settings.Keys);
    }
}
