using Inomya.Medicines;

namespace Inomya.Tests.Medicines;

/// <summary>Labels differ by country, and one medicine in two forms is one total.</summary>
public class LabelTests
{
    [Theory]
    [InlineData("GB", 6, true)]
    [InlineData("ES", 6, true)]
    [InlineData("US", 6, false)]
    [InlineData("US", 85, true)]
    [InlineData(null, 6, true)]
    [InlineData("MX", 6, true)]
    [InlineData(null, 5, false)]
    public void How_long_metoclopramide_may_be_taken_depends_on_the_country(string? country, int days, bool told) =>
        Assert.Equal(
            told,
            Shelf
                .Find(In(country), new Medicine { Name = "metoclopramide", Since = Shelf.Today.PlusDays(-days) })
                .Any(f => f is { Kind: FindingKind.Duration, Severity: Severity.Serious })
        );

    [Theory]
    [InlineData("GB", 4, null)]
    [InlineData("DE", 4, null)]
    [InlineData("US", 4, Severity.Caution)]
    [InlineData(null, 4, Severity.Caution)]
    [InlineData(null, 3, null)]
    [InlineData("GB", 5, Severity.Urgent)]
    [InlineData("US", 5, Severity.Urgent)]
    [InlineData(null, 5, Severity.Urgent)]
    public void More_than_four_grams_of_paracetamol_is_an_overdose_everywhere_and_three_is_the_limit_of_some_packs(
        string? country,
        double grams,
        Severity? severity
    )
    {
        var found = Shelf.Find(In(country), Shelf.Daily("paracetamol", 1, "g", grams));
        Assert.Equal(severity, found.SingleOrDefault(f => f.Kind == FindingKind.Maximum)?.Severity);
        if (severity == Severity.Urgent)
            Assert.Contains(
                "now, even if you feel well",
                Shelf.Words.Action(found.Single(f => f.Kind == FindingKind.Maximum)),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void Where_the_country_is_not_known_the_label_of_some_countries_is_named_as_such()
    {
        var medicine = Shelf.Daily("metoclopramide", 10, "mg", 4);
        Assert.Contains("in some countries", TextOf(null, medicine), StringComparison.Ordinal);
        Assert.Contains("in some countries", TextOf("AR", medicine), StringComparison.Ordinal);
        Assert.Contains("the label where you live", TextOf("ES", medicine), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_says_the_label_where_it_may_be_another_countrys()
    {
        foreach (var country in (string?[])[null, "AR", "US", "ES"])
        foreach (var limit in Shelf.Catalogue.Rules.Limits.Where(l => l.Kind == FindingKind.Maximum))
        {
            var name = Shelf.Catalogue.Substances.First(s => s.Groups.Contains(limit.Substance)).Name;
            foreach (
                var found in Shelf.Find(In(country), Shelf.Daily(name, limit.PerDay.Value * 1.5, limit.PerDay.Unit))
            )
                if (found.Values.GetValueOrDefault(MedicineCheckWords.LabelValue) != nameof(LabelOf.Here))
                    Assert.DoesNotContain(
                        "the label where you live",
                        Shelf.Words.Text(found),
                        StringComparison.Ordinal
                    );
        }
    }

    [Fact]
    public void More_than_twice_the_highest_maximum_is_urgent()
    {
        Assert.Contains(Shelf.Find(Shelf.Daily("celecoxib", 400, "mg", 2)), f =>
            f is { Kind: FindingKind.Maximum, Severity: Severity.Serious }
        );
        Assert.Contains(Shelf.Find(Shelf.Daily("celecoxib", 400, "mg", 3)), f =>
            f is { Kind: FindingKind.Maximum, Severity: Severity.Urgent, Action: "medicine-check.action.overdose" }
        );
        Assert.Contains(Shelf.Find(Shelf.Daily("duloxetine", 120, "mg") with { For = "fibromyalgia" }), f =>
            f is { Kind: FindingKind.Maximum, Severity: Severity.Serious }
        );
    }

    [Theory]
    [InlineData("pregabalin 75 mg morning", "pregabalin 150 mg night", "same-forms", Severity.Info)]
    [InlineData("Adderall XR", "Adderall IR", "same-forms", Severity.Info)]
    [InlineData("venlafaxine XR 75", "venlafaxine 37.5 mg", "same-forms", Severity.Info)]
    [InlineData("MST Continus", "Oramorph", "same-long-and-short", Severity.Caution)]
    [InlineData("Lantus", "NovoRapid", "same-forms", Severity.Info)]
    [InlineData("Cymbalta", "duloxetine", "same-substance", Severity.Serious)]
    [InlineData("Tylenol", "Tylenol PM", "same-substance", Severity.Serious)]
    [InlineData("pregabalin", "pregabalin", "same-name", Severity.Caution)]
    public void Strengths_and_forms_of_one_medicine_are_one_total_and_two_products_are_a_duplicate(
        string one,
        string other,
        string rule,
        Severity severity
    )
    {
        var found = Shelf.Names(one, other).Where(f => f.Kind == FindingKind.Duplicate).ToList();
        Assert.Contains(found, f => f.Rule == rule && f.Severity == severity);
        Assert.DoesNotContain(found, f => f.Severity > severity);
    }

    [Fact]
    public void Two_strengths_count_as_one_total_against_the_maximum() =>
        Assert.Contains(
            Shelf.Find(Shelf.Daily("pregabalin 150 mg", 150, "mg", 2), Shelf.Daily("pregabalin 200 mg", 200, "mg", 2)),
            f => f.Kind == FindingKind.Maximum
        );

    private static PersonFacts In(string? country) => PersonFacts.Unknown with { Country = country };

    private static string TextOf(string? country, Medicine medicine) =>
        Shelf.Words.Text(Shelf.Find(In(country), medicine).First(f => f.Kind == FindingKind.Maximum));
}
