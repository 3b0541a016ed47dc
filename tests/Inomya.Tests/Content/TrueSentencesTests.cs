using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Evidence;
using Inomya.Guide;
using Inomya.Medicines;
using Inomya.RiskFactors;
using Inomya.Tests.Questionnaires;
using Shelf = Inomya.Tests.Medicines.Shelf;

namespace Inomya.Tests.Content;

/// <summary>
/// Kinds of sentence that read well and are not true, in every language: each found once by a clinician, and looked for
/// everywhere since.
/// </summary>
public partial class TrueSentencesTests
{
    private static readonly EvidenceCatalogue Cards = new(ContentCheck.Content, Shelf.Catalogue);
    private static readonly GuideShelf Guide = new(ContentCheck.Content);

    /// <summary>
    /// Sentences whose ratio is one of risks (EULAR 2017) or of rates (Dreischulte 2015), and was read so.
    /// </summary>
    private static readonly string[] RatiosOfRisks = ["treatment.effect.relative-30", "interaction.nsaid-diuretic"];

    public static TheoryData<string> Languages => ["en", "es"];

    public static TheoryData<string, string> Articles =>
        [.. Languages.SelectMany(l => Guide.In(l.Data).Articles.Select(a => (l.Data, a.Id)))];

    [Theory, MemberData(nameof(Languages))]
    public void A_difference_is_told_by_its_size_and_never_as_minus_so_many_points_lower(string language)
    {
        var words = new EvidenceWords(Words(language));
        foreach (var effect in Cards.Cards.SelectMany(c => c.Effects))
            Assert.DoesNotMatch(@"[-−–]\s?\d", words.Effect(effect));
    }

    [Fact]
    public void The_ends_of_an_interval_are_told_from_the_smaller_to_the_larger_and_both_ways_around_nothing()
    {
        var words = new EvidenceWords(Words("en"));
        string Said(string card, string key) => words.Effect(Cards.Find(card)!.Effects.Single(e => e.Key == key));
        Assert.Contains(
            "5.5 points of 100 (0.6 to 10.4)",
            Said("tai-chi", "tai-chi-vs-aerobic"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "between 0.95 points less pain and 0.27 points more",
            Said("low-dose-naltrexone", "ldn-final"),
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_figure_of_a_study_that_its_maker_ran_says_so_beside_it(string language)
    {
        var words = new EvidenceWords(Words(language));
        var effects = Cards.Cards.SelectMany(c => c.Effects).ToList();
        Assert.Contains(effects, e => e.Basis.ByMaker);
        Assert.All(effects, e => Assert.Equal(e.Basis.ByMaker, Maker().IsMatch(words.Effect(e))));
    }

    [Theory, MemberData(nameof(Articles))]
    public void An_article_that_tells_of_a_study_that_its_maker_ran_says_so_in_its_text(string language, string id)
    {
        var article = Guide.In(language).Find(id)!;
        Assert.True(
            article.Sources.All(s => s.Maker || !MakerRun(s)),
            $"{id}: a source that a maker ran is not marked so"
        );
        if (article.Sources.Any(s => s.Maker))
            Assert.Matches(Maker(), article.Text);
    }

    [Theory, MemberData(nameof(Articles))]
    public void An_article_never_tells_a_ratio_of_odds_as_so_many_times_as_often(string language, string id)
    {
        var article = Guide.In(language).Find(id)!;
        var risks = article.Sources.SelectMany(s => s.Risks).ToList();
        foreach (Match told in TimesAsOften().Matches(article.Text))
            Assert.Contains(Number(told), risks);
        if (article.Sources.Any(s => s.Odds.Count > 0))
            Assert.Matches("(?i)\\bodds\\b", article.Text);
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_word_of_the_app_tells_so_many_times_as_likely_only_of_risks(string language)
    {
        var words = Words(language);
        foreach (var key in words.Keys.Where(k => !RatiosOfRisks.Contains(k)))
            Assert.False(TimesAsOften().IsMatch(words[key]), $"{key}: {words[key]}");
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_number_of_a_risk_factor_is_one_sentence_and_odds_are_called_odds(string language)
    {
        var words = new RiskWords(Words(language));
        foreach (var effect in new RiskFactorCatalogue(ContentCheck.Content).All.SelectMany(f => f.Effects))
        {
            var said = words.Sentence(effect);
            Assert.Matches(@"^[\p{Lu}].*\.$", said);
            Assert.DoesNotMatch(@"[{}]|  |\(\)", said);
            Assert.Equal(
                effect.Kind == EffectKind.OddsRatio,
                said.Contains("odds", StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    [Fact]
    public void A_guideline_has_no_stance_on_a_product_that_came_after_it() =>
        Assert.All(Cards.Cards.Where(c => c.Product is not null && c.Approvals.Any(a => a.Since is not null)), c =>
        {
            var first = c.Approvals.Min(a => a.Since!.Value.Year);
            Assert.All(c.Stances, s => Assert.True(s.Year >= first, $"{c.Id}: {s.Body} {s.Year}"));
        });

    [Fact]
    public void What_nobody_read_is_on_no_card()
    {
        Assert.All(Cards.Cards.SelectMany(c => c.Stances), s => Assert.True(s.Basis.Verified));
        Assert.All(Cards.Cards.SelectMany(c => c.Effects), e => Assert.True(e.Basis.Verified));
        Assert.All(Cards.Cards, c => Assert.True(c.Timing.Verified, c.Id));
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_span_of_one_day_is_told_as_one_day(string language)
    {
        var words = new EvidenceWords(Words(language));
        foreach (var card in Cards.Cards)
        {
            Assert.DoesNotMatch(@"\b(\d+) (to|a) \1\b", words.JudgeAfter(card));
            Assert.DoesNotMatch(@"\b(\d+) (to|a) \1\b", words.FirstEffect(card));
        }
    }

    private static Words Words(string language) => new(ContentCheck.Content, language);

    private static bool MakerRun(ContentSource source) =>
        source.Text.Contains("PROSPER-FM", StringComparison.Ordinal)
        || source.Text.Contains("Tonmya", StringComparison.Ordinal)
            && source.Text.Contains("label", StringComparison.OrdinalIgnoreCase);

    private static double Number(Match told) =>
        told.Groups["n"].Value.Replace(',', '.') is { Length: > 0 } digits
            ? double.Parse(digits, CultureInfo.InvariantCulture)
            : 2;

    [GeneratedRegex("(?i)\\b(makers?|fabricantes?)\\b")]
    private static partial Regex Maker();

    /// <summary>
    /// "3.4 times as often", "twice as likely", "3,4 veces más probable", "una frecuencia unas 3,4 veces", "el doble de
    /// probabilidad".
    /// </summary>
    [GeneratedRegex(
        @"(?i)(?:(?<n>\d+(?:[.,]\d+)?) times|twice|(?:two|three|four|five|six|seven|eight|nine|ten) times) (?:as|more) (?:likely|often|common|frequent)"
            + @"|(?:(?<n>\d+(?:,\d+)?)|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) veces (?:más|tan) (?:a menudo|frecuentes?|probables?|común)"
            + @"|frecuencia (?:de )?(?:unas )?(?<n>\d+(?:,\d+)?) veces|doble de (?:probab|frecuen)"
    )]
    private static partial Regex TimesAsOften();
}
