using Inomya.Content;
using Inomya.Medicines;
using Inomya.Tests.Questionnaires;
using Inomya.Vocabulary;

namespace Inomya.Tests.Journals;

public class CountryTests
{
    [Theory]
    [MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task The_country_is_not_known_until_the_person_said_it(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        Assert.Null(journal.Country);
        Assert.False(journal.CountryWasAsked);

        await journal.LiveInAsync("es");
        var later = await journal.Store.OfAsync(journal.Person.Id);
        Assert.Equal("ES", later.Country);
        Assert.Equal("ES", (await CurrentMedicines.FactsAsync(later)).Country);

        await later.LiveInAsync(null);
        var last = await journal.Store.OfAsync(journal.Person.Id);
        Assert.Null(last.Country);
        Assert.True(last.CountryWasAsked);
        Assert.Null((await CurrentMedicines.FactsAsync(last)).Country);
    }

    [Fact]
    public async Task A_country_that_there_is_not_is_refused_and_nothing_is_kept()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await Assert.ThrowsAsync<ArgumentException>(() => journal.LiveInAsync("XX"));
        Assert.False((await journal.Store.OfAsync(journal.Person.Id)).CountryWasAsked);
    }

    [Theory]
    [
        InlineData("Europe/Madrid", "ES"),
        InlineData("America/New_York", "US"),
        InlineData("Pacific/Auckland", "NZ"),
        InlineData("Europe/Amsterdam", "NL"),
        InlineData("Asia/Calcutta", "IN"),
        InlineData("UTC", null),
        InlineData("Nowhere/Else", null),
        InlineData(null, null)
    ]
    public void A_time_zone_points_to_a_country(string? zone, string? country) =>
        Assert.Equal(country, Countries.OfZone(zone));

    [Fact]
    public void Every_country_has_a_name_in_every_language()
    {
        Assert.True(Countries.All.Count > 240);
        foreach (var language in Words.Languages(ContentCheck.Content))
        {
            var words = new Words(ContentCheck.Content, language);
            Assert.All(Countries.All, c => Assert.Equal(language, words.LanguageOf($"country.{c}")));
            Assert.All(Countries.All, c => Assert.True(words.Has($"country.{c}"), c));
        }
    }
}
