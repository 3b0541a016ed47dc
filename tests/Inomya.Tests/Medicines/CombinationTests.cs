using Inomya.Medicines;
using Inomya.Treatments;

namespace Inomya.Tests.Medicines;

/// <summary>
/// Every row of content/medicines/check/combinations: a smallest list that triggers it, and lists one short that do
/// not.
/// </summary>
public class CombinationTests
{
    public static TheoryData<string> Rows => [.. Shelf.Catalogue.Rules.Combinations.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_found_when_all_its_sides_are_there_and_only_then(string row)
    {
        var rule = Shelf.Catalogue.Rules.Combinations.Single(r => r.Id == row);
        var (list, person) = Smallest(rule);

        Assert.Contains(Shelf.Find(person, list), f => Tells(rule, f));
        foreach (var left in list)
            Assert.DoesNotContain(Shelf.Find(person, [.. list.Where(m => m != left)]), f => f.Rule == row);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void No_row_is_wholly_hidden_by_a_heavier_one_of_its_mechanism(string row)
    {
        var rule = Shelf.Catalogue.Rules.Combinations.Single(r => r.Id == row);
        if (rule.Mechanism is null || rule.Sides.Count != 2)
            return;
        var person = new PersonFacts(rule.FromAge, []);
        var lists =
            from a in Members(rule.Sides[0])
            from b in Members(rule.Sides[1])
            where a != b && a.FromAge is null && b.FromAge is null
            from first in Ways(rule.Sides[0], a)
            from second in Ways(rule.Sides[1], b)
            select (Medicine[])[first, second];
        Assert.True(
            lists.Any(l => Shelf.Find(person, l).Any(f => f.Rule == row && f.Severity == rule.Severity)),
            $"{row} is never told"
        );
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_holds_for_every_member_of_its_classes(string row)
    {
        var rule = Shelf.Catalogue.Rules.Combinations.Single(r => r.Id == row);
        var (list, person) = Smallest(rule);
        if (list.Length != rule.Sides.Count)
            return;
        for (var side = 0; side < rule.Sides.Count; side++)
            foreach (var member in Members(rule.Sides[side]))
            {
                if (member.FromAge is not null || rule.Sides.Where((s, i) => i != side && Counts(s, member)).Any())
                    continue;
                var changed = list.ToArray();
                changed[side] = Entry(rule.Sides[side], member);
                Assert.Contains(Shelf.Find(person, changed), f => Tells(rule, f));
            }
    }

    [Fact]
    public void Every_row_of_the_reference_list_is_there()
    {
        var rules = Shelf.Catalogue.Rules;
        var numbers = rules.Combinations.Select(r => r.Number).OfType<int>().Concat(rules.OtherNumbers).ToHashSet();
        Assert.Empty(Enumerable.Range(1, 103).Except(numbers));
    }

    [Fact]
    public void Both_ways_round_a_washout_counts_from_the_last_day()
    {
        var nardil = new Medicine { Name = "Nardil", Until = Shelf.Today.PlusDays(-13) };
        var duloxetine = new Medicine { Name = "duloxetine" };
        Assert.Contains(Shelf.Find(nardil, duloxetine), f => f is { Rule: "maoi-snri", Severity: Severity.Urgent });
        Assert.DoesNotContain(Shelf.Find(nardil with { Until = Shelf.Today.PlusDays(-15) }, duloxetine), f =>
            f.Rule == "maoi-snri"
        );
        Assert.Contains(
            Shelf.Find(
                new Medicine { Name = "phenelzine" },
                new Medicine { Name = "Prozac", Until = Shelf.Today.PlusDays(-30) }
            ),
            f => f is { Rule: "maoi-fluoxetine", Severity: Severity.Urgent }
        );
    }

    [Fact]
    public void One_product_with_both_sides_is_no_pair_of_its_own() =>
        Assert.DoesNotContain(Shelf.Names("Auvelity"), f => f.Kind == FindingKind.Interaction);

    [Fact]
    public void Three_sides_in_two_products_are_found_as_in_three() =>
        Assert.Contains(Shelf.Names("ibuprofen 400", "Zestoretic"), f =>
            f is { Rule: "nsaid-triple", Severity: Severity.Serious }
            && f.Between.Contains("ibuprofen 400")
            && f.Between.Contains("Zestoretic")
        );

    [Fact]
    public void A_product_split_into_its_substances_tells_the_same_about_every_other_medicine()
    {
        var others = Shelf.Catalogue.Substances.Where(s => s.Kind == SubstanceKind.Medicine).ToList();
        var products = Shelf.Catalogue.Products.Where(p => p.Contains.Count > 1 && p.Routes.Count == 0).ToList();
        var dice = new Random(20261128);
        foreach (var product in products)
            for (var draw = 0; draw < 12; draw++)
            {
                var other = others[dice.Next(others.Count)];
                var contains = Shelf.Catalogue.Names.Read(product.Names[0]).Parts.Select(p => p.Substance).ToList();
                if (contains.Contains(other))
                    continue;
                Medicine[] parts = [.. contains.Select(s => new Medicine { Name = s.Name })];
                var x = new Medicine { Name = other.Name };
                Assert.Equal(About(x, [x, new Medicine { Name = product.Names[0] }]), About(x, [x, .. parts]));
            }
    }

    [Fact]
    public void Two_rules_of_one_mechanism_are_told_once_with_the_heavier()
    {
        var told = Shelf
            .Names("simvastatin", "clarithromycin")
            .Where(f => f is { Kind: FindingKind.Interaction } && f.Text.Contains("muscle", StringComparison.Ordinal));
        Assert.Equal(Severity.Urgent, Assert.Single(told).Severity);
    }

    [Fact]
    public void A_finding_names_the_sources_of_the_memberships_it_rests_on()
    {
        var finding = Assert.Single(Shelf.Names("quetiapine", "nefazodone"), f => f.Rule == "quetiapine-3a4");
        Assert.Contains(finding.Basis.Sources, s => s.Contains("P450 3A", StringComparison.Ordinal));
        Assert.Contains(finding.Basis.Sources, s => s.Contains("ANSM", StringComparison.Ordinal));
    }

    [Fact]
    public void An_antiseizure_medicine_that_speeds_up_enzymes_is_told_with_the_pill() =>
        Assert.Contains(Shelf.Names("carbamazepine", "Yasmin"), f =>
            f is { Rule: "contraceptive-inducer", Severity: Severity.Serious }
        );

    [Fact]
    public void A_gel_is_not_a_tablet() =>
        Assert.DoesNotContain(Shelf.Names("Voltaren gel", "lithium"), f => f.Kind == FindingKind.Interaction);

    [Fact]
    public void What_a_medicine_is_for_counts_as_a_condition() =>
        Assert.Contains(
            Shelf.Find(
                new Medicine { Name = "latanoprost", For = "glaucoma" },
                new Medicine { Name = "amitriptyline" }
            ),
            f => f.Rule == "eye-bladder"
        );

    /// <summary>One name, diphenhydramine here and acrivastine there: what rests on one of them only says so.</summary>
    [Fact]
    public void What_a_brand_holds_in_some_countries_only_is_a_question_unless_it_is_serious()
    {
        var mild = Shelf
            .Names("Benadryl Allergy Relief", "nortriptyline")
            .Single(f => f.Rule == "anticholinergic-pair");
        Assert.Equal((FindingKind.UnknownName, true), (mild.Kind, mild.Somewhere));
        Assert.StartsWith("Only if your box", Shelf.Words.Text(mild), StringComparison.Ordinal);
        var serious = Shelf.Names("Cartia", "warfarin").First(f => f.Severity >= Severity.Serious && f.Somewhere);
        Assert.Equal(FindingKind.Interaction, serious.Kind);
        Assert.StartsWith("Only if your box", Shelf.Words.Text(serious), StringComparison.Ordinal);
        var added = Shelf.Names("Cartia", "warfarin").Single(f => f.Rule == "burden-bleeding");
        Assert.True(added.Somewhere);
        var dry = Shelf.Names("Benadryl Allergy Relief", "oxybutynin").Single(f => f.Kind == FindingKind.Burden);
        Assert.False(dry.Somewhere);
        Assert.DoesNotContain(Shelf.Names("amitriptyline", "oxybutynin"), f => f.Somewhere);
        Assert.DoesNotContain(
            Shelf.Find(
                PersonFacts.Unknown with
                {
                    Country = "US",
                },
                new Medicine { Name = "Benadryl Allergy Relief" },
                new Medicine { Name = "nortriptyline" }
            ),
            f => f.Somewhere
        );
    }

    /// <summary>
    /// Rules and weights of what is told about a medicine together with the others, without what is told twice of the
    /// same.
    /// </summary>
    private static string[] About(Medicine medicine, Medicine[] list) =>
        [
            .. Shelf
                .Find(list)
                .Where(f =>
                    f.Kind is FindingKind.Interaction or FindingKind.Burden or FindingKind.UnknownName
                    && f.Between.Count > 1
                    && f.Between.Contains(medicine.Name)
                )
                .Select(f => $"{f.Rule} {f.Severity}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The rule itself, or one of the same mechanism that weighs at least as much.</summary>
    private static bool Tells(CombinationRule rule, MedicineFinding finding) =>
        finding.Kind == rule.Kind
        && finding.Severity >= rule.Severity
        && Shelf.Catalogue.Rules.Combinations.Any(r =>
            r.Id == finding.Rule && (r.Id == rule.Id || (r.Mechanism is not null && r.Mechanism == rule.Mechanism))
        );

    private static (Medicine[] List, PersonFacts Person) Smallest(CombinationRule rule)
    {
        var taken = new List<Substance>();
        var list = new List<Medicine>();
        var age = rule.FromAge;
        foreach (var side in rule.Sides)
        {
            var member = Members(side).First(s => !taken.Contains(s));
            taken.Add(member);
            if (member.FromAge is { } from)
                age = from;
            else
                list.Add(Entry(side, member));
        }

        return ([.. list], new PersonFacts(age, []));
    }

    private static IEnumerable<Substance> Members(RuleSide side) =>
        Shelf.Catalogue.Substances.Where(s => Counts(side, s));

    private static bool Counts(RuleSide side, Substance substance) =>
        side.Any.Overlaps(substance.Groups) && !side.Except.Overlaps(substance.Groups);

    /// <summary>
    /// As an entry that counts; in a small amount; and as one that ended as long ago as the rule looks back.
    /// </summary>
    private static IEnumerable<Medicine> Ways(RuleSide side, Substance substance)
    {
        var entry = Entry(side, substance);
        yield return entry;
        if (side.AtLeast is null)
            yield return entry with
            {
                Dose = new Amount(1, "mg"),
            };
        if (side.WashoutDays > 0)
            yield return entry with
            {
                Until = Shelf.Today.PlusDays(-side.WashoutDays),
            };
    }

    private static Medicine Entry(RuleSide side, Substance substance) =>
        new()
        {
            Name = substance.Name,
            Dose = side.AtLeast,
            TimesPerDay = 1,
            Route = side.OnSkin ? "topical" : null,
        };
}
