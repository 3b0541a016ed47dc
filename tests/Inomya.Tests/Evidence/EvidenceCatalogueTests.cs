using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Evidence;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Tests.Medicines;

namespace Inomya.Tests.Evidence;

public partial class EvidenceCatalogueTests
{
    private static readonly EvidenceCatalogue Catalogue = new(Shelf.Content, Shelf.Catalogue);
    private static readonly EvidenceWords Words = new(new Words(Shelf.Content));

    [Fact]
    public void Every_card_has_all_its_words()
    {
        foreach (var card in Catalogue.Cards)
        {
            Assert.NotEmpty(Words.Name(card));
            Assert.NotEmpty(Words.What(card));
            Assert.NotEmpty(Words.Trial(card));
            Assert.NotEmpty(Words.JudgeAfter(card));
            Assert.All(card.Cautions, key => Assert.NotEmpty(Words.Caution(key)));
            Assert.All(card.Stances, s => Assert.NotEmpty(Words.Stance(s)));
            Assert.All(card.Effects, e => Assert.DoesNotMatch(@"\{|\}|  ", Words.Effect(e)));
        }
    }

    [Fact]
    public void Guidelines_that_disagree_are_both_shown()
    {
        var stances = Catalogue.Find("pregabalin")!.Stances;
        Assert.Contains(stances, s => s is { Body: "EULAR", Stance: Stance.WeakFor });
        Assert.Contains(stances, s => s is { Body: "NICE", Stance: Stance.Against });
    }

    [Fact]
    public void What_was_not_verified_is_never_worded_as_a_fact() =>
        Assert.All(Catalogue.Cards.SelectMany(c => c.Effects), e =>
            Assert.Equal(!e.Basis.Verified, Words.Effect(e).StartsWith("Not yet checked", StringComparison.Ordinal))
        );

    [Fact]
    public void A_card_has_a_source_for_every_claim() =>
        Assert.All(Catalogue.Cards, c =>
            Assert.All(c.Stances.Select(s => s.Basis).Concat(c.Effects.Select(e => e.Basis)).Append(c.Timing), b =>
                Assert.NotEmpty(b.Sources)
            )
        );

    [Fact]
    public void No_one_tries_on_and_off_alone_what_has_withdrawal_effects()
    {
        foreach (var card in Catalogue.Cards.Where(c => c.OnOffTrial == OnOffTrial.Allowed && c.Substance is not null))
            Assert.DoesNotContain(Shelf.Names(Shelf.Catalogue.Find(card.Substance!)!.Name), f =>
                f is { Kind: FindingKind.Withdrawal }
            );
        Assert.All(Catalogue.Cards.Where(c => c.Kind == TreatmentKind.Medicine && c.Id != "capsaicin"), c =>
            Assert.NotEqual(OnOffTrial.Allowed, c.OnOffTrial)
        );
    }

    [Theory]
    [InlineData("Lyrica 75 mg", "pregabalin")]
    [InlineData("Tonmya", "cyclobenzaprine-sublingual")]
    [InlineData("Flexeril", "cyclobenzaprine-oral")]
    [InlineData("LDN", "low-dose-naltrexone")]
    public void A_card_is_found_by_the_name_people_write(string written, string id) =>
        Assert.Equal(id, Assert.Single(Catalogue.For(written)).Id);

    [Fact]
    public void The_clock_of_a_card_runs_forwards() =>
        Assert.All(Catalogue.Cards, c =>
            Assert.True(
                c.JudgeAfter.From <= c.JudgeAfter.To
                    && (c.FirstEffect is not { } first || (first.From <= first.To && first.From <= c.JudgeAfter.From)),
                c.Id
            )
        );

    [Fact]
    public void Each_kind_has_cards_and_each_card_its_cost_of_trying_and_its_clock()
    {
        Assert.Equal(
            Enum.GetValues<Inomya.Journals.TreatmentKind>(),
            Catalogue.Cards.Select(c => c.Kind).Distinct().Order()
        );
        foreach (var card in Catalogue.Cards)
        {
            Assert.True(card.JudgeAfter.From > 0 && card.JudgeAfter.To >= card.JudgeAfter.From, card.Id);
            Assert.True(card.FirstEffect is not { } first || (first.From >= 0 && first.To >= first.From), card.Id);
            Assert.All([card.Money, card.Hours, card.Effort], size => Assert.NotEmpty(Words.Cost(size)));
        }
    }

    [Fact]
    public void Every_source_is_named_somewhere()
    {
        var all = string.Concat(
            Shelf
                .Content.Files("evidence", "*.yaml")
                .Concat(Shelf.Content.Files("medicines", "*.yaml"))
                .Where(f => !f.EndsWith("sources.yaml", StringComparison.Ordinal))
                .Select(f => File.ReadAllText(Path.Combine(Shelf.Content.Path, f)))
        );
        var used = SourceList()
            .Matches(all)
            .SelectMany(m => m.Groups[1].Value.Split(','))
            .Select(s => s.Trim().Trim('"'))
            .ToHashSet();
        var listed = SourceKey()
            .Matches(File.ReadAllText(Path.Combine(Shelf.Content.Path, "sources.yaml")))
            .Select(m => m.Groups[1].Value);
        Assert.Equal([], listed.Except(used));
    }

    [GeneratedRegex(@"sources: \[([^\]]*)\]")]
    private static partial Regex SourceList();

    [GeneratedRegex(@"^  ([a-z0-9-]+):$", RegexOptions.Multiline)]
    private static partial Regex SourceKey();
}
