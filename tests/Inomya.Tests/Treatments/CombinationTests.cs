using Inomya.Treatments;

namespace Inomya.Tests.Treatments;

/// <summary>Every row of content/interactions/combinations: a smallest list that triggers it, and lists one short that do not.</summary>
public class CombinationTests
{
    public static TheoryData<string> Rows => [.. Shelf.Catalogue.Rules.Combinations.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_found_when_all_its_sides_are_there_and_only_then(string row)
    {
        var rule = Shelf.Catalogue.Rules.Combinations.Single(r => r.Id == row);
        var (list, person) = Smallest(rule);

        Assert.Contains(Shelf.Find(person, list), f =>
            f.Rule == row && f.Severity == rule.Severity && f.Kind == rule.Kind
        );
        foreach (var left in list)
            Assert.DoesNotContain(Shelf.Find(person, [.. list.Where(m => m != left)]), f => f.Rule == row);
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
                Assert.Contains(Shelf.Find(person, changed), f => f.Rule == row);
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

    private static Medicine Entry(RuleSide side, Substance substance) =>
        new()
        {
            Name = substance.Name,
            Dose = side.AtLeast,
            TimesPerDay = 1,
            Route = side.OnSkin ? "topical" : null,
        };
}
