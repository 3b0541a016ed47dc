using Inomya.Journals;
using Inomya.Medicines;
using NodaTime;

namespace Inomya.Tests.Medicines;

/// <summary>From which day, amount and sum on the medicine check tells something: just below, at and just above.</summary>
public class CheckLimitsTests
{
    private static readonly LocalDate Today = Shelf.Today;

    private static Medicine Ended(string name, int days) => new() { Name = name, Until = Today.PlusDays(-days) };

    [Fact]
    public void Every_washout_counts_on_its_last_day_and_not_on_the_day_after()
    {
        var tried = 0;
        foreach (var rule in Shelf.Catalogue.Rules.Combinations.Where(r => r.Sides.Count == 2))
            for (var i = 0; i < 2; i++)
            {
                var (side, other) = (rule.Sides[i], rule.Sides[1 - i]);
                if (
                    side is not { WashoutDays: > 0, AtLeast: null, OnSkin: false }
                    || other is not { AtLeast: null, OnSkin: false }
                )
                    continue;
                if (Member(side) is not { } ended || Member(other) is not { } now || ended == now)
                    continue;
                var person = PersonFacts.Unknown with { AgeYears = rule.FromAge };
                bool Told(int days) =>
                    Shelf
                        .Find(person, Ended(ended.Name, days), new Medicine { Name = now.Name })
                        .Any(f => f.Between.Contains(ended.Name) && IsOf(rule, f));
                Assert.True(Told(side.WashoutDays), $"{rule.Id}: {ended.Name} ended {side.WashoutDays} days ago");
                if (!Others(rule, ended, now, side.WashoutDays + 1))
                    Assert.False(Told(side.WashoutDays + 1), $"{rule.Id}: {ended.Name}, a day later");
                tried++;
            }
        Assert.True(tried >= 5, $"{tried}");
    }

    private static bool IsOf(CombinationRule rule, MedicineFinding finding) =>
        finding.Rule == rule.Id
        || Shelf.Catalogue.Rules.Combinations.Any(r =>
            r.Id == finding.Rule && r.Mechanism is not null && r.Mechanism == rule.Mechanism
        );

    /// <summary>Another rule of the mechanism, or the other side of this one, still counts what ended.</summary>
    private static bool Others(CombinationRule rule, Substance ended, Substance now, int days) =>
        Shelf.Catalogue.Rules.Combinations.Any(r =>
            (r.Id == rule.Id || (r.Mechanism is not null && r.Mechanism == rule.Mechanism))
            && r.Sides.Any(s => s.WashoutDays >= days && s.Any.Overlaps(ended.Groups))
            && r.Sides.Any(s => s.Any.Overlaps(now.Groups))
        );

    private static Substance? Member(RuleSide side) =>
        Shelf.Catalogue.Substances.FirstOrDefault(s =>
            s is { Kind: SubstanceKind.Medicine, FromAge: null }
            && side.Any.Overlaps(s.Groups)
            && !side.Except.Overlaps(s.Groups)
            && Shelf.Catalogue.Names.Read(s.Name).Parts is [var only]
            && only.Substance == s
        );

    [Fact]
    public void Two_medicines_that_both_ended_are_never_told_together()
    {
        var now = new Medicine { Name = "duloxetine" };
        Assert.Contains(Shelf.Find(Ended("Nardil", 1), now), f => f.Rule == "maoi-snri");
        Assert.DoesNotContain(Shelf.Find(Ended("Nardil", 1), Ended("duloxetine", 1)), f =>
            f.Kind == FindingKind.Interaction
        );
        Assert.DoesNotContain(Shelf.Find(Ended("phenelzine", 2), Ended("Prozac", 2)), f =>
            f.Kind == FindingKind.Interaction
        );
    }

    [Fact]
    public void A_medicine_whose_last_day_is_today_is_still_taken()
    {
        Assert.NotEmpty(
            Shelf.Find(new Medicine { Name = "ibuprofen", Until = Today }, new Medicine { Name = "warfarin" })
        );
        Assert.Equal(
            ["today", "tomorrow", "goes on"],
            CurrentMedicines
                .Now(
                    [
                        Ended("yesterday", 1),
                        Ended("today", 0),
                        Ended("tomorrow", -1),
                        new Medicine { Name = "goes on" },
                    ],
                    Today
                )
                .Select(m => m.Name)
        );
    }

    [Fact]
    public void What_is_taken_as_needed_for_longer_than_its_label_is_told_from_the_day_after_the_limit()
    {
        foreach (var rule in Shelf.Catalogue.Rules.Durations.Where(d => d.Product is null && d.Setting is null))
        {
            MedicineFinding? Of(int days) =>
                Shelf
                    .Find(
                        PersonFacts.Unknown with
                        {
                            Country = rule.Countries.FirstOrDefault(),
                        },
                        new Medicine
                        {
                            Name = Shelf.Catalogue.Substances.First(s => s.Groups.Contains(rule.Substance)).Name,
                            AsNeeded = true,
                            Since = Today.PlusDays(-days),
                        }
                    )
                    .FirstOrDefault(f => f.Rule == rule.Id);
            Assert.Null(Of(rule.Days));
            Assert.Equal(Severity.Info, Of(rule.Days + 1)?.Severity);
        }
    }

    [Fact]
    public void Taken_by_plan_it_weighs_as_much_as_its_rule_says()
    {
        var rule = Shelf.Catalogue.Rules.Durations.First(d =>
            d is { Product: null, Setting: null, Severity: > Severity.Info, Countries.Count: 0 }
        );
        var name = Shelf.Catalogue.Substances.First(s => s.Groups.Contains(rule.Substance)).Name;
        var told = Shelf.Find(new Medicine { Name = name, Since = Today.PlusDays(-rule.Days - 1) });
        Assert.Equal(rule.Severity, told.Single(f => f.Rule == rule.Id).Severity);
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, Severity.Caution)]
    [InlineData(5, Severity.Caution)]
    [InlineData(6, Severity.Serious)]
    public void A_burden_is_told_from_the_sum_itself_on_and_at_the_highest_level_it_reaches(int sum, Severity? told)
    {
        var rule = new BurdenRule(
            "sleepy",
            [new(new HashSet<string> { "one" }, 1), new(new HashSet<string> { "three" }, 3)],
            [new(4, Severity.Caution), new(6, Severity.Serious)],
            "burden",
            new Basis([], true)
        );
        List<ListedMedicine> taken = [Listed("three", 0)];
        for (var i = 1; i <= sum - 3; i++)
            taken.Add(Listed("one", i));
        taken.Add(Listed("one", 90) with { EndedDays = 1 });
        taken.Add(Listed("one", 91) with { Local = true });
        Assert.Equal(told, BurdenFindings.Of([rule], taken).SingleOrDefault()?.Severity);
    }

    private static ListedMedicine Listed(string group, int number) =>
        new(
            new Medicine { Name = $"{group} {number}", Entry = number + 1 },
            Shelf.Catalogue.Substances.ElementAt(number) with
            {
                Groups = new HashSet<string> { group },
            },
            null,
            false,
            null,
            new HashSet<string>(),
            null
        );

    [Fact]
    public async Task What_ended_stays_on_the_list_of_the_check_as_long_as_the_longest_washout()
    {
        var longest = Shelf.Catalogue.Rules.LongestWashoutDays;
        async Task<int> ListedAsync(int daysAgo)
        {
            var journal = await Storage.NewJournalAsync(Storage.Sqlite);
            var treatment = new Treatment { Name = "Nardil" };
            await journal.RecordAsync(
                new Draft("medicine")
                    .Add(treatment)
                    .Add(
                        new Course
                        {
                            TreatmentId = treatment.Id,
                            Start = Today.PlusDays(-100),
                            End = Today.PlusDays(-daysAgo),
                        }
                    )
            );
            return (await CurrentMedicines.OnAsync(journal, Today, Shelf.Catalogue)).Count;
        }
        Assert.Equal((1, 0), (await ListedAsync(longest), await ListedAsync(longest + 1)));
    }
}
