using CsCheck;
using Inomya.Medicines;
using Inomya.Treatments;

namespace Inomya.Tests.Medicines;

/// <summary>What the person has: illnesses, pregnancy, age.</summary>
public class ConditionTests
{
    [Fact]
    public void Every_condition_that_is_offered_has_rules_behind_it_and_a_name_in_each_language()
    {
        Assert.NotEmpty(Shelf.Catalogue.Conditions);
        foreach (var condition in Shelf.Catalogue.Conditions)
        {
            Assert.True(
                Candidates(condition).Any(s => Adds(s, condition)),
                $"{condition} is offered and changes nothing"
            );
            foreach (var language in (string[])["en", "es"])
                Assert.Contains(
                    $"own-condition.{condition.Id}",
                    Shelf.Content.ReadWords($"locales/{language}/medicine-conditions.json").Keys
                );
        }
    }

    [Theory]
    [InlineData("tizanidine", "liver disease", Severity.Caution)]
    [InlineData("celecoxib", "stroke", Severity.Urgent)]
    [InlineData("diclofenac", "heart failure", Severity.Urgent)]
    [InlineData("ibuprofen", "angina", Severity.Serious)]
    [InlineData("sumatriptan", "TIA", Severity.Urgent)]
    [InlineData("ondansetron", "long QT", Severity.Serious)]
    [InlineData("citalopram", "long QT syndrome", Severity.Urgent)]
    [InlineData("propranolol", "asma", Severity.Urgent)]
    [InlineData("bupropion", "bulimia", Severity.Urgent)]
    [InlineData("bupropion", "epilepsia", Severity.Urgent)]
    [InlineData("naproxen", "hypertension", Severity.Caution)]
    [InlineData("milnacipran", "hipertensión", Severity.Caution)]
    [InlineData("diazepam", "myasthenia gravis", Severity.Urgent)]
    [InlineData("ciprofloxacin", "miastenia", Severity.Serious)]
    [InlineData("metoclopramide", "Parkinson", Severity.Urgent)]
    [InlineData("quetiapine", "dementia", Severity.Serious)]
    [InlineData("domperidone", "heart disease", Severity.Urgent)]
    [InlineData("methotrexate", "kidney disease", Severity.Urgent)]
    [InlineData("pregabalin", "addiction", Severity.Serious)]
    [InlineData("naltrexone", "opioid dependence", Severity.Urgent)]
    [InlineData("pramipexole", "psychosis", Severity.Serious)]
    [InlineData("metamizol", "favismo", Severity.Urgent)]
    [InlineData("Tonmya", "cirrhosis", Severity.Caution)]
    public void A_medicine_that_a_label_warns_of_with_a_condition_is_told(
        string medicine,
        string condition,
        Severity severity
    )
    {
        var found = Shelf.Find(new PersonFacts(null, [condition]), new Medicine { Name = medicine });
        Assert.Contains(found, f => f.Severity == severity && f.Between.Contains(medicine) && Names(f, condition));
    }

    [Theory]
    [InlineData("Cafergot", "pregnant", Severity.Urgent)]
    [InlineData("methotrexate", "pregnant", Severity.Urgent)]
    [InlineData("mycophenolate", "planning a pregnancy", Severity.Urgent)]
    [InlineData("valproate", "trying to conceive", Severity.Urgent)]
    [InlineData("modafinil", "embarazo", Severity.Urgent)]
    [InlineData("ibuprofen", "pregnant", Severity.Urgent)]
    [InlineData("ibuprofen", "trying to conceive", Severity.Caution)]
    [InlineData("sertraline", "trying to conceive", Severity.Caution)]
    [InlineData("lisinopril", "pregnant", Severity.Urgent)]
    [InlineData("warfarin", "schwanger", Severity.Urgent)]
    [InlineData("codeine", "breastfeeding", Severity.Urgent)]
    [InlineData("tramadol", "lactancia", Severity.Urgent)]
    public void Pregnant_planning_and_breastfeeding_are_three_answers(string medicine, string state, Severity severity)
    {
        var found = Shelf.Find(new PersonFacts(30, [state]), new Medicine { Name = medicine });
        Assert.Equal(severity, found.Where(f => f.Kind == FindingKind.Pregnancy).Max(f => f.Severity));
    }

    [Fact]
    public void What_a_medicine_does_to_an_unborn_child_is_only_good_to_know_past_the_age_for_it()
    {
        Severity Of(int? age, params string[] states) =>
            Shelf
                .Find(new PersonFacts(age, states), new Medicine { Name = "valproate" })
                .Where(f => f.Kind == FindingKind.Pregnancy)
                .Max(f => f.Severity);
        Assert.Equal((Severity.Caution, Severity.Caution), (Of(null), Of(30)));
        Assert.Equal((Severity.Info, Severity.Urgent), (Of(70), Of(70, "pregnant")));
    }

    [Fact]
    public void What_is_fine_while_breastfeeding_is_not_told_as_if_one_were_pregnant() =>
        Assert.DoesNotContain(
            Shelf.Find(new PersonFacts(30, ["breastfeeding"]), new Medicine { Name = "ibuprofen 400" }),
            f => f is { Kind: FindingKind.Pregnancy, Severity: >= Severity.Caution }
        );

    [Fact]
    public void The_longest_name_of_a_condition_counts()
    {
        Assert.Equal(["planning-pregnancy"], Shelf.Catalogue.ConditionsIn("planning pregnancy"));
        Assert.Equal(["migraine-aura"], Shelf.Catalogue.ConditionsIn("Migraine with aura, since 2019"));
        Assert.Equal(["migraine", "stroke"], Shelf.Catalogue.ConditionsIn("stroke and migraine").Order());
    }

    [Fact]
    public void A_condition_that_is_not_known_is_said_and_never_passed_over() =>
        Assert.Contains(Shelf.Find(new PersonFacts(null, ["xyzzy syndrome"])), f =>
            f is { Rule: "name-condition-not-known" } && f.Between.Contains("xyzzy syndrome")
        );

    [Fact]
    public void A_condition_more_never_takes_a_finding_away() =>
        Gen.Select(Lists, Gen.Int[0, AllConditions.Length - 1].Array[0, 5], Gen.Int[-5, 140])
            .Sample(
                (list, some, age) =>
                {
                    var few = new PersonFacts(age, [.. some.Skip(1).Select(i => AllConditions[i])]);
                    var more = few with { Conditions = [.. some.Select(i => AllConditions[i])] };
                    var longer = Shelf.Find(more, list);
                    foreach (var finding in Shelf.Find(few, list))
                        Assert.Contains(longer, f =>
                            f.Rule == finding.Rule
                            && f.Severity >= finding.Severity
                            && finding.Between.All(f.Between.Contains)
                        );
                },
                iter: 200
            );

    [Theory]
    [InlineData(null)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Every_condition_at_once_and_an_absurd_age_are_checked_without_falling_over(int? age)
    {
        var person = new PersonFacts(age, [.. AllConditions, "", "  ", new string('x', 10_000)])
        {
            Country = "??",
            Allergies = ["", "everything"],
        };
        Medicine[] list =
        [
            .. Shelf
                .Catalogue.Substances.Where(s => s.Kind == SubstanceKind.Medicine)
                .Take(40)
                .Select(s => Shelf.Daily(s.Name, 1e300, "mg", 48)),
        ];
        var found = Shelf.Find(person, list);
        Assert.All(found, f => Assert.DoesNotContain('{', Shelf.Words.Text(f) + Shelf.Words.Action(f)));
    }

    private static readonly string[] AllConditions =
    [
        .. Shelf.Catalogue.Substances.Where(s => s.Kind == SubstanceKind.Condition).Select(s => s.Name),
    ];

    private static readonly string[] AllMedicines =
    [
        .. Shelf.Catalogue.Substances.Where(s => s.Kind != SubstanceKind.Condition).Select(s => s.Name),
    ];

    private static Gen<Medicine[]> Lists =>
        Gen.Int[0, AllMedicines.Length - 1].Select(i => Shelf.Daily(AllMedicines[i], 100, "mg", 2)).Array[0, 6];

    private static bool Names(MedicineFinding finding, string condition) =>
        finding.Between.Contains(condition) || finding.Kind == FindingKind.Pregnancy;

    /// <summary>
    /// What a rule names beside the condition: only these can make a difference, so only these are tried.
    /// </summary>
    private static IEnumerable<Substance> Candidates(Substance condition)
    {
        var rules = Shelf.Catalogue.Rules;
        var groups = rules
            .Combinations.Where(r => r.Sides.Any(s => s.Any.Overlaps(condition.Groups)))
            .SelectMany(r => r.Sides.SelectMany(s => s.Any))
            .Concat(rules.Notes.Where(n => n.With.ContainsKey(condition.Id)).SelectMany(n => n.Any))
            .ToHashSet();
        return Shelf.Catalogue.Substances.Where(s => s.Kind != SubstanceKind.Condition && s.Groups.Overlaps(groups));
    }

    private static bool Adds(Substance medicine, Substance condition)
    {
        var list = new Medicine
        {
            Name = medicine.Name,
            Dose = new Amount(300, "mg"),
            TimesPerDay = 1,
        };
        var without = Shelf.Find(list).Where(f => f.Severity > Severity.Info).Select(f => f.Key).ToHashSet();
        return Shelf
            .Find(new PersonFacts(null, [condition.Name]), list)
            .Any(f => f.Severity > Severity.Info && !without.Contains(f.Key));
    }
}
