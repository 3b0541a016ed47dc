using Inomya.Medicines;
using Inomya.Treatments;

namespace Inomya.Tests.Medicines;

/// <summary>Label maximum, upper limits and label duration.</summary>
public class AmountTests
{
    [Fact]
    public void The_maximum_depends_on_what_it_is_for()
    {
        var fibromyalgia = Shelf.Daily("duloxetine", 60, "mg", 2) with { For = "fibromyalgia" };
        Assert.Contains(Shelf.Find(fibromyalgia), f => f is { Kind: FindingKind.Maximum, Severity: Severity.Serious });
        Assert.DoesNotContain(Shelf.Find(fibromyalgia with { For = "depression" }), f => f.Kind == FindingKind.Maximum);
        Assert.Contains(Shelf.Find(fibromyalgia with { For = null }), f =>
            f is { Kind: FindingKind.Maximum, Severity: Severity.Caution }
        );
        Assert.DoesNotContain(Shelf.Find(fibromyalgia with { TimesPerDay = 1 }), f => f.Kind == FindingKind.Maximum);
    }

    [Theory]
    [InlineData("pregabalin", 225, 2, "fibromyalgia", false)]
    [InlineData("Lyrica", 300, 2, "fibromyalgia", true)]
    [InlineData("Lyrica", 300, 2, "nerve pain", false)]
    [InlineData("milnacipran", 100, 3, "fibromyalgia", true)]
    [InlineData("Tonmya", 5.6, 1, "fibromyalgia", false)]
    [InlineData("Tonmya", 5.6, 2, "fibromyalgia", true)]
    [InlineData("Flexeril", 10, 3, "spasm", false)]
    [InlineData("Flexeril", 10, 4, "spasm", true)]
    [InlineData("tramadol", 100, 4, "pain", false)]
    [InlineData("tramadol", 100, 5, "pain", true)]
    [InlineData("Ultram ER", 400, 1, "pain", true)]
    public void The_maximum_is_of_the_product(string name, double dose, double times, string use, bool above) =>
        Assert.Equal(
            above,
            Shelf.Find(Shelf.Daily(name, dose, "mg", times) with { For = use }).Any(f => f.Kind == FindingKind.Maximum)
        );

    [Fact]
    public void Amounts_are_added_up_over_products_and_units()
    {
        Medicine[] list =
        [
            Shelf.Daily("Tylenol", 1, "g", 3),
            Shelf.Daily("Percocet", 2, "{tablet}", 3),
            Shelf.Daily("paracetamol", 500, "mg"),
        ];
        var finding = Assert.Single(Shelf.Find(list), f => f.Kind == FindingKind.Maximum);
        Assert.Equal(Severity.Urgent, finding.Severity);
        Assert.Equal(["Percocet", "Tylenol", "paracetamol"], finding.Between);
        Assert.Contains("5,450 mg", Shelf.Words.Text(finding), StringComparison.Ordinal);
        Assert.DoesNotContain(Shelf.Find(list[0]), f => f.Kind == FindingKind.Maximum);
    }

    [Fact]
    public void Without_a_number_of_times_one_dose_is_counted()
    {
        Assert.Contains(Shelf.Find(new Medicine { Name = "ibuprofen", Dose = new Amount(4, "g") }), f =>
            f.Kind == FindingKind.Maximum
        );
        Assert.DoesNotContain(Shelf.Names("ibuprofen"), f => f.Kind == FindingKind.Maximum);
    }

    [Fact]
    public void A_lower_limit_holds_from_an_age_on()
    {
        var tonmya = Shelf.Daily("Tonmya", 5.6, "mg");
        Assert.Contains(Shelf.Find(new PersonFacts(65, []), tonmya), f => f.Kind == FindingKind.Maximum);
        Assert.DoesNotContain(Shelf.Find(new PersonFacts(64, []), tonmya), f => f.Kind == FindingKind.Maximum);
    }

    [Theory]
    [InlineData("vitamin D3", 4000, "[iU]", false)]
    [InlineData("vitamin D3", 5000, "[iU]", true)]
    [InlineData("vitamin D3", 125, "ug", true)]
    [InlineData("magnesium citrate", 200, "mg", false)]
    [InlineData("magnesium", 400, "mg", true)]
    [InlineData("vitamin B6", 50, "mg", true)]
    [InlineData("zinc", 50, "mg", true)]
    [InlineData("iron", 65, "mg", true)]
    [InlineData("zinc", 15, "mg", false)]
    public void A_supplement_has_an_upper_limit(string name, double dose, string unit, bool above) =>
        Assert.Equal(above, Shelf.Find(Shelf.Daily(name, dose, unit)).Any(f => f.Kind == FindingKind.UpperLimit));

    [Fact]
    public void A_strength_in_the_name_counts_when_no_dose_is_given()
    {
        Assert.Contains(Shelf.Find(new Medicine { Name = "Vitamin D3 5000 IU", TimesPerDay = 2 }), f =>
            f.Kind == FindingKind.UpperLimit
        );
        Assert.Contains(
            Shelf.Find(
                new Medicine
                {
                    Name = "ibuprofen 800 mg",
                    Dose = new Amount(2, "{tablet}"),
                    TimesPerDay = 3,
                }
            ),
            f => f.Kind == FindingKind.Maximum
        );
    }

    [Theory]
    [InlineData("Flexeril", "oral", 22, true)]
    [InlineData("cyclobenzaprine", "oral", 22, true)]
    [InlineData("cyclobenzaprine", null, 22, true)]
    [InlineData("Amrix", null, 400, true)]
    [InlineData("Flexeril", "oral", 21, false)]
    [InlineData("cyclobenzaprine", "sublingual", 400, false)]
    [InlineData("cyclobenzaprine SL", null, 400, false)]
    [InlineData("Tonmya", null, 400, false)]
    [InlineData("Tonmya", "oral", 400, false)]
    [InlineData("ibuprofen gel", null, 400, false)]
    public void The_label_duration_is_of_the_product(string name, string? route, int days, bool longer)
    {
        var findings = Shelf.Find(
            new Medicine
            {
                Name = name,
                Route = route,
                Since = Shelf.Today.PlusDays(-days),
            }
        );
        Assert.Equal(longer, findings.Any(f => f is { Kind: FindingKind.Duration, Severity: Severity.Caution }));
    }

    [Fact]
    public void The_product_field_decides_like_the_name()
    {
        var swallowed = new Medicine { Name = "cyclobenzaprine", Since = Shelf.Today.PlusDays(-100) };
        Assert.DoesNotContain(Shelf.Find(swallowed with { Product = "Tonmya" }), f => f.Kind == FindingKind.Duration);
        Assert.DoesNotContain(Shelf.Find(swallowed with { Product = "sublingual tablet" }), f =>
            f.Kind == FindingKind.Duration
        );
        Assert.Contains(Shelf.Find(swallowed with { Product = "Amrix" }), f => f.Kind == FindingKind.Duration);
        Assert.Contains(Shelf.Find(swallowed with { Product = "Lyrica" }), f => f.Rule == "name-differs");
    }

    [Fact]
    public void As_needed_for_long_is_only_good_to_know() =>
        Assert.All(
            Shelf
                .Find(
                    new Medicine
                    {
                        Name = "Flexeril",
                        AsNeeded = true,
                        Since = Shelf.Today.PlusDays(-100),
                    }
                )
                .Where(f => f.Kind == FindingKind.Duration),
            f => Assert.Equal(Severity.Info, f.Severity)
        );

    [Fact]
    public void A_day_to_come_is_no_duration() =>
        Assert.DoesNotContain(Shelf.Find(new Medicine { Name = "Flexeril", Since = Shelf.Today.PlusDays(3) }), f =>
            f.Kind == FindingKind.Duration
        );

    /// <summary>What of it reaches the body is hardly anything, however much is put on.</summary>
    [Theory]
    [InlineData("ibuprofen")]
    [InlineData("diclofenac")]
    [InlineData("diphenhydramine")]
    public void What_is_put_on_the_skin_counts_towards_no_amount_burden_or_duration(string name)
    {
        var swallowed = Shelf.Daily(name, 5_000, "mg", 3) with { Route = "oral", Since = Shelf.Today.PlusDays(-400) };
        Assert.NotEmpty(OfWholeBody(Shelf.Find(swallowed)));
        Assert.Empty(OfWholeBody(Shelf.Find(swallowed with { Route = "topical" })));
    }

    private static IEnumerable<MedicineFinding> OfWholeBody(IEnumerable<MedicineFinding> found) =>
        found.Where(f => f.Kind is FindingKind.Maximum or FindingKind.Burden or FindingKind.Duration);
}
