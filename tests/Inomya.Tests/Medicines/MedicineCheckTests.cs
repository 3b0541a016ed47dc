using CsCheck;
using Inomya.Medicines;
using Inomya.Treatments;

namespace Inomya.Tests.Medicines;

public class MedicineCheckTests
{
    [Theory]
    [InlineData("Cymbalta", "duloxetine", "same-substance", Severity.Serious)]
    [InlineData("Advil", "ibuprofen gel", "same-on-skin", Severity.Caution)]
    [InlineData("vitamin D", "cholecalciferol", "same-supplement", Severity.Caution)]
    [InlineData("pregabalin", "pregabalin", "same-name", Severity.Caution)]
    [InlineData("Flexeril", "Tonmya", "same-substance", Severity.Serious)]
    [InlineData("LDN", "Contrave", "same-substance", Severity.Serious)]
    [InlineData("Tylenol", "NyQuil", "same-substance", Severity.Serious)]
    [InlineData("ibuprofen", "naproxen", "double-nsaid", Severity.Serious)]
    [InlineData("duloxetine", "sertraline", "double-reuptake-inhibitor", Severity.Serious)]
    [InlineData("amitriptyline", "cyclobenzaprine", "double-tricyclic", Severity.Serious)]
    [InlineData("gabapentin", "Lyrica", "double-gabapentinoid", Severity.Serious)]
    [InlineData("tramadol", "oxycodone", "double-opioid", Severity.Serious)]
    [InlineData("tizanidine", "baclofen", "double-muscle-relaxant", Severity.Serious)]
    [InlineData("zolpidem", "lorazepam", "double-benzodiazepine-z", Severity.Serious)]
    [InlineData("melatonin", "ZzzQuil", "double-sleep-aid", Severity.Caution)]
    public void Two_of_the_same_are_found(string one, string other, string rule, Severity severity)
    {
        Assert.Contains(Shelf.Names(one, other), f =>
            f.Kind == FindingKind.Duplicate && f.Rule == rule && f.Severity == severity
        );
        Assert.DoesNotContain(Shelf.Names(one), f => f.Kind == FindingKind.Duplicate);
        Assert.DoesNotContain(Shelf.Names(other), f => f.Kind == FindingKind.Duplicate);
    }

    [Theory]
    [InlineData("burden-serotonergic", Severity.Serious, "sertraline", "tramadol", "sumatriptan")]
    [InlineData("burden-serotonergic", Severity.Caution, "sertraline", "sumatriptan")]
    [InlineData("burden-sedative", Severity.Serious, "gabapentin", "diphenhydramine", "zolpidem")]
    [InlineData("burden-sedative", Severity.Caution, "gabapentin", "amitriptyline")]
    [InlineData("burden-anticholinergic", Severity.Caution, "amitriptyline")]
    [InlineData("burden-heart-rhythm", Severity.Serious, "citalopram", "azithromycin")]
    [InlineData("burden-heart-rhythm", Severity.Serious, "methadone", "quetiapine")]
    [InlineData("burden-bleeding", Severity.Serious, "ibuprofen", "sertraline", "warfarin")]
    public void A_burden_adds_up(string rule, Severity severity, params string[] names)
    {
        Assert.Contains(Shelf.Names(names), f =>
            f.Kind == FindingKind.Burden && f.Rule == rule && f.Severity == severity && f.Between.Count == names.Length
        );
        Assert.DoesNotContain(Shelf.Names(names[1..]), f =>
            f.Rule == rule && f.Severity == severity && f.Between.Count == names.Length
        );
    }

    [Theory]
    [InlineData("baclofen", FindingKind.Withdrawal)]
    [InlineData("Cymbalta", FindingKind.Withdrawal)]
    [InlineData("pregabalin", FindingKind.Driving)]
    [InlineData("Tonmya", FindingKind.Pregnancy)]
    [InlineData("ibuprofen", FindingKind.Pregnancy)]
    public void A_medicine_alone_has_its_notes(string name, FindingKind kind) =>
        Assert.Contains(Shelf.Names(name), f => f.Kind == kind);

    [Fact]
    public void A_pregnancy_makes_its_notes_weigh_more()
    {
        Assert.Contains(Shelf.Names("Tonmya"), f => f is { Kind: FindingKind.Pregnancy, Severity: Severity.Info });
        Assert.Contains(Shelf.Names("Tonmya", "pregnant"), f =>
            f is { Kind: FindingKind.Pregnancy, Severity: Severity.Serious }
        );
        Assert.DoesNotContain(Shelf.Names("Flexeril", "pregnant"), f =>
            f is { Rule: "pregnancy-sublingual-cyclobenzaprine" }
        );
        Assert.Contains(Shelf.Find(new PersonFacts(30, ["planning pregnancy"]), new Medicine { Name = "Tonmya" }), f =>
            f is { Severity: Severity.Serious }
        );
    }

    [Fact]
    public void Every_note_rule_is_found_on_each_of_its_members()
    {
        foreach (var rule in Shelf.Catalogue.Rules.Notes)
        foreach (
            var member in Shelf.Catalogue.Substances.Where(s =>
                rule.Any.Overlaps(s.Groups) && !rule.Except.Overlaps(s.Groups)
            )
        )
        {
            var name = Shelf.Catalogue.Products.FirstOrDefault(p => p.Id == rule.Product)?.Names[0] ?? member.Name;
            Assert.Contains(Shelf.Names(name), f => f.Rule == rule.Id);
        }
    }

    [Fact]
    public void Every_limit_and_duration_is_found_above_and_not_at_it()
    {
        foreach (var limit in Shelf.Catalogue.Rules.Limits)
        {
            var medicine = Of(limit.Substance, limit.Product) with
            {
                Dose = limit.PerDay,
                TimesPerDay = 1,
                For = limit.For.Count == 0 ? null : Shelf.Catalogue.Find(limit.For.First())!.Name,
            };
            var person = new PersonFacts(limit.FromAge, [.. limit.With.Select(c => Shelf.Catalogue.Find(c)!.Name)])
            {
                Country = limit.Countries.FirstOrDefault(),
            };
            Assert.DoesNotContain(Shelf.Find(person, medicine), f => f.Rule == limit.Id);
            Assert.Contains(
                Shelf.Find(person, medicine with { Dose = limit.PerDay with { Value = limit.PerDay.Value * 1.01 } }),
                f => f.Kind == limit.Kind && f.Severity >= Severity.Caution
            );
        }

        foreach (var duration in Shelf.Catalogue.Rules.Durations)
        {
            var medicine = Of(duration.Substance, duration.Product) with
            {
                Since = Shelf.Today.PlusDays(-duration.Days),
            };
            var person = PersonFacts.Unknown with { Country = duration.Countries.FirstOrDefault() };
            Assert.DoesNotContain(Shelf.Find(person, medicine), f => f.Rule == duration.Id);
            Assert.Contains(Shelf.Find(person, medicine with { Since = Shelf.Today.PlusDays(-duration.Days - 1) }), f =>
                f.Rule == duration.Id
            );
        }
    }

    [Fact]
    public void The_order_of_the_list_does_not_matter() =>
        Lists.Sample(list => Assert.Equal(Texts(list), Texts([.. list.Reverse()])), iter: 200);

    [Fact]
    public void A_medicine_that_is_on_the_list_twice_is_told_once_for_the_longer_time()
    {
        var rule = Shelf.Catalogue.Rules.Durations[0];
        Medicine[] twice =
        [
            .. new[] { 3, 40 }.Select(more =>
                Of(rule.Substance, rule.Product) with
                {
                    Since = Shelf.Today.PlusDays(-rule.Days - more),
                }
            ),
        ];
        foreach (var list in new[] { twice, [.. twice.Reverse()] })
            Assert.Equal(
                $"{rule.Days + 40}",
                Assert.Single(Shelf.Find(list), f => f.Rule == rule.Id).Values[MedicineCheckWords.DaysValue]
            );
    }

    [Fact]
    public void A_longer_list_never_loses_a_finding() =>
        Gen.Select(Lists, OneEntry)
            .Sample(
                (list, more) =>
                {
                    var longer = Shelf.Find([.. list, more]);
                    foreach (var finding in Shelf.Find(list))
                        Assert.Contains(longer, f =>
                            f.Kind == finding.Kind
                            && f.Severity >= finding.Severity
                            && finding.Between.All(f.Between.Contains)
                        );
                },
                iter: 400
            );

    [Fact]
    public void Two_hundred_medicines_give_a_list_that_is_bounded()
    {
        Medicine[] list =
        [
            .. Shelf
                .Catalogue.Substances.Where(s => s.Kind == SubstanceKind.Medicine)
                .Take(200)
                .Select(s => Shelf.Daily(s.Name, 100, "mg", 3)),
        ];
        var findings = Shelf.Find(list);
        Assert.InRange(findings.Count, 100, 20_000);
    }

    [Fact]
    public void What_is_not_verified_says_so_and_every_word_is_there()
    {
        foreach (var finding in Lists.Array[60].Single().SelectMany(l => Shelf.Find(l)).DistinctBy(f => f.Rule))
        {
            Assert.Equal(
                !finding.Basis.Verified,
                Shelf.Words.Text(finding).StartsWith("Not yet checked against a source", StringComparison.Ordinal)
            );
            Assert.DoesNotContain('{', Shelf.Words.Text(finding));
            Assert.NotEmpty(Shelf.Words.Action(finding));
        }
    }

    [Fact]
    public void Ended_medicines_are_not_counted() =>
        Assert.DoesNotContain(
            Shelf.Find(
                new Medicine { Name = "ibuprofen", Until = Shelf.Today.PlusDays(-1) },
                new Medicine { Name = "warfarin" }
            ),
            f => f.Between.Contains("ibuprofen")
        );

    [Fact]
    public void An_empty_list_has_no_findings() => Assert.Empty(Shelf.Find());

    private static readonly string[] AllNames =
    [
        .. Shelf.Catalogue.Substances.SelectMany(s => s.Names.Take(2).Concat(s.Brands.Take(1))),
        "zorbl",
        "ibuprofeen",
    ];

    private static Gen<Medicine> OneEntry =>
        Gen.Select(
            Gen.Int[0, AllNames.Length - 1].Select(i => AllNames[i]),
            Gen.Int[0, 3],
            Gen.Double[0.5, 900],
            Gen.Bool,
            Gen.Int[0, 400],
            (name, times, dose, since, days) =>
                new Medicine
                {
                    Name = name,
                    TimesPerDay = times == 0 ? null : times,
                    Dose = times == 0 ? null : new Amount(dose, "mg"),
                    Since = since ? Shelf.Today.PlusDays(-days) : null,
                    For = times == 2 ? "fibromyalgia" : null,
                }
        );

    private static Gen<Medicine[]> Lists => OneEntry.Array[0, 12];

    private static string[] Texts(Medicine[] list) =>
        [.. Shelf.Find(list).Select(f => $"{f.Severity} {f.Key} {Shelf.Words.Text(f)}")];

    private static Medicine Of(string substance, string? product) =>
        new()
        {
            Name = Shelf.Catalogue.Products.FirstOrDefault(p => p.Id == product)?.Names[0]
                ?? Shelf.Catalogue.Substances.First(s => s.Groups.Contains(substance)).Name,
        };
}
