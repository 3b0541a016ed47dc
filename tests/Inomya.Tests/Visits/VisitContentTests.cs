using Inomya.Content;
using Inomya.Reports;
using Inomya.Tests.Questionnaires;
using Inomya.Visits;

namespace Inomya.Tests.Visits;

/// <summary>The content of visits: to its schemas, with words in every language and sources that are there.</summary>
public class VisitContentTests
{
    private static readonly SpokenCards Cards = SpokenCards.Read(ContentCheck.Content);
    private static readonly VisitPhrases Phrases = VisitPhrases.Read(ContentCheck.Content);

    [Theory]
    [InlineData("rules")]
    [InlineData("slip")]
    [InlineData("phrases")]
    [InlineData("card")]
    public async Task Each_file_keeps_to_its_schema(string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync($"visit-{file}.schema.json", $"visits/{file}.yaml"));

    [Fact]
    public void Everything_has_its_words_in_every_language()
    {
        IEnumerable<string> keys =
        [
            .. MadeVisits.Slip.Items.Select(i => $"visit.slip.{i.Id}"),
            .. MadeVisits.Slip.Groups.Select(g => $"visit.slip.group.{g.Key}"),
            .. Phrases.Phrases.Select(p => $"visit.phrase.{p.Id}"),
            .. Phrases.Phrases.Select(p => $"visit.phrase.situation.{p.Situation}"),
            .. Cards.Cards.Select(c => $"visit.card.{c.Id}"),
        ];
        foreach (var words in Words.Languages(ContentCheck.Content).Select(l => new Words(ContentCheck.Content, l)))
            Assert.All(keys, key => Assert.Equal(words.Language, words.LanguageOf(key)));
    }

    [Fact]
    public void Every_source_that_is_named_is_there_and_every_card_speaks_every_language()
    {
        Assert.All(MadeVisits.Slip.Items, i => Assert.Contains(i.Source, MadeVisits.Slip.Sources.Keys));
        Assert.All(Phrases.Phrases, p => Assert.Contains(p.Source, Phrases.Sources.Keys));
        Assert.All(Cards.Cards, c => Assert.Contains(c.Source, Cards.Sources.Keys));
        Assert.All(Cards.Cards, c => Assert.Equal(Cards.Languages, c.Texts.Keys));
        Assert.Superset(Words.Languages(ContentCheck.Content).ToHashSet(), Cards.Languages.ToHashSet());
    }

    [Fact]
    public void What_is_never_asked_and_who_may_have_what_is_private_are_there() =>
        Assert.Multiple(
            () => Assert.All(MadeVisits.Rules.NeverAsked, id => Assert.NotNull(MadeVisits.Slip.Find(id))),
            () => Assert.Empty(MadeVisits.Rules.PrivateReaders.Except(ReportWriter.Audiences(ContentCheck.Content)))
        );
}
