using Inomya.Content;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Tests.Questionnaires;
using NodaTime;

namespace Inomya.Tests.Laboratory;

/// <summary>Results that laboratories phone through: how soon they need to be seen, in any unit, for anyone.</summary>
public class CriticalLimitsTests
{
    private static readonly LabTests Tests = new(ContentCheck.Content);
    private static readonly CriticalLimits Limits = new(ContentCheck.Content, Tests);
    private static readonly Words English = new(ContentCheck.Content);
    private static readonly LocalDate Today = new(2026, 11, 22);

    public static TheoryData<string, string> EveryLimitInEveryUnit =>
        [
            .. Limits
                .All.Where(l => l.Verified && l.Unit is not null)
                .SelectMany(l => Tests.Find(l.Test)!.Units.Append(Tests.Find(l.Test)!.Unit!).Select(u => (Name(l), u)))
                .Distinct(),
        ];

    [Fact]
    public async Task The_file_keeps_to_its_schema() =>
        Assert.Equal(
            "",
            await ContentCheck.AgainstAsync("laboratory-critical.schema.json", "laboratory/critical.yaml")
        );

    [Fact]
    public void Every_limit_says_why_and_its_mark_is_no_better_than_its_source()
    {
        foreach (var limit in Limits.All.Where(l => l.Verified))
        {
            Assert.True(English.Has($"lab.critical.why.{limit.Test}-{limit.Side}"), Name(limit));
            var source = Limits.Sources[limit.Source].Verified;
            Assert.True((limit.Mark, source) is ("seen", "seen") or ("second-hand", "secondary"), Name(limit));
        }
        Assert.All(Limits.All.Where(l => !l.Verified), l => Assert.Equal("memory", l.Mark));
    }

    [Theory]
    [InlineData("ck", 20000, "U/L", HowSoon.Now)]
    [InlineData("ck", 20000, "IU/L", HowSoon.Now)]
    [InlineData("ck", 2400, "U/L", HowSoon.Today)]
    [InlineData("ck", 1100, "U/L", HowSoon.Week)]
    [InlineData("calcium", 3.6, "mmol/L", HowSoon.Now)]
    [InlineData("calcium", 12.1, "mg/dL", HowSoon.Today)]
    [InlineData("calcium", 1.7, "mmol/L", HowSoon.Now)]
    [InlineData("haemoglobin", 55, "g/L", HowSoon.Now)]
    [InlineData("haemoglobin", 7.8, "g/dL", HowSoon.Today)]
    [InlineData("potassium", 6.8, "mmol/L", HowSoon.Now)]
    [InlineData("potassium", 6.1, "mEq/L", HowSoon.Today)]
    [InlineData("potassium", 2.3, "mmol/L", HowSoon.Now)]
    [InlineData("sodium", 118, "mmol/L", HowSoon.Now)]
    [InlineData("sodium", 124, "mmol/L", HowSoon.Today)]
    [InlineData("glucose", 520, "mg/dL", HowSoon.Now)]
    [InlineData("glucose", 2.2, "mmol/L", HowSoon.Now)]
    [InlineData("platelets", 12000, "/mm3", HowSoon.Now)]
    [InlineData("platelets", 45, "10*9/L", HowSoon.Today)]
    [InlineData("neutrophils", 400, "cells/uL", HowSoon.Now)]
    [InlineData("neutrophils", 0.8, "10^9/L", HowSoon.Today)]
    [InlineData("leukocytes", 120, "G/L", HowSoon.Now)]
    [InlineData("creatinine", 5, "mg/dL", HowSoon.Now)]
    [InlineData("alt", 700, "U/L", HowSoon.Today)]
    [InlineData("bilirubin", 12, "mg/dL", HowSoon.Today)]
    [InlineData("inr", 6, null, HowSoon.Today)]
    [InlineData("tsh", 40, "mU/L", HowSoon.Week)]
    [InlineData("lithium", 2.1, "mmol/L", HowSoon.Now)]
    [InlineData("digoxin", 3.4, "nmol/L", HowSoon.Today)]
    [InlineData("crp", 32, "mg/dL", HowSoon.Today)]
    [InlineData("troponin", 0.2, "ng/mL", HowSoon.Now)]
    public void A_critical_result_says_how_soon_for_a_person_of_whom_nothing_is_known(
        string test,
        double value,
        string? unit,
        HowSoon expected
    ) => Assert.Equal(expected, Of(Result(test, value, unit))?.Soon);

    [Theory]
    [InlineData("ck", 420, "U/L")]
    [InlineData("calcium", 2.4, "mmol/L")]
    [InlineData("haemoglobin", 131, "g/L")]
    [InlineData("potassium", 4.1, "mmol/L")]
    [InlineData("glucose", 5.2, "mmol/L")]
    [InlineData("platelets", 250, "10*9/L")]
    [InlineData("neutrophils", 3500, "/uL")]
    [InlineData("inr", 2.5, null)]
    [InlineData("tsh", 2.1, "m[IU]/L")]
    [InlineData("crp", 12, "mg/L")]
    public void An_ordinary_result_raises_nothing(string test, double value, string? unit) =>
        Assert.Null(Of(Result(test, value, unit)));

    [Theory, MemberData(nameof(EveryLimitInEveryUnit))]
    public void A_critical_value_gives_the_same_level_in_every_unit(string name, string unit)
    {
        var limit = Limits.All.Single(l => Name(l) == name);
        var test = Tests.Find(limit.Test)!;
        foreach (var factor in (double[])[0.5, 0.97, 1, 1.03, 2])
        {
            var value = (limit.AtMost ?? limit.AtLeast)!.Value * factor;
            var there = test.Convert(value, limit.Unit, unit)!.Value;
            // as a person types it: four figures
            var typed = double.Parse(
                there.ToString("G4", System.Globalization.CultureInfo.InvariantCulture),
                System.Globalization.CultureInfo.InvariantCulture
            );
            Assert.Equal(Of(Result(test.Id, value, limit.Unit))?.Soon, Of(Result(test.Id, typed, unit))?.Soon);
        }
    }

    [Theory, MemberData(nameof(EveryLimitInEveryUnit))]
    public void What_is_not_known_of_a_person_never_makes_a_result_less_urgent(string name, string unit)
    {
        var limit = Limits.All.Single(l => Name(l) == name);
        var test = Tests.Find(limit.Test)!;
        var result = Result(
            test.Id,
            test.Convert((limit.AtMost ?? limit.AtLeast)!.Value, limit.Unit, unit)!.Value,
            unit
        );
        var unknown = Rank(Of(result));
        foreach (var sex in (string[])["female", "male", "other"])
        foreach (var born in (int?[])[1940, 1980, 2000, null])
            Assert.True(Rank(Of(result, [result], Someone(sex, born))) <= unknown, $"{name} {sex} {born}");
    }

    [Fact]
    public void A_limit_for_women_counts_for_women_and_for_whom_it_is_not_known()
    {
        var result = Result("haemoglobin", 184, "g/L");
        Assert.Null(Of(result, [result], Someone("male", 1980)));
        Assert.Equal(HowSoon.Week, Of(result, [result], Someone("female", 1980))?.Soon);
        Assert.Equal(HowSoon.Week, Of(result)?.Soon);
    }

    [Theory]
    [InlineData("ck", ">", 5000, HowSoon.Now)]
    [InlineData("ck", "<", 20000, null)]
    [InlineData("neutrophils", "<", 0.5, HowSoon.Now)]
    [InlineData("neutrophils", "<", 3.0, null)]
    [InlineData("platelets", ">", 20, null)]
    public void A_result_that_is_only_a_limit_counts_as_far_as_it_goes(
        string test,
        string comparator,
        double value,
        HowSoon? expected
    ) =>
        Assert.Equal(
            expected,
            Of(Result(test, value, test == "ck" ? "U/L" : "10*9/L") with { Comparator = comparator })?.Soon
        );

    [Theory]
    [InlineData("potassium", 7.2, null, true)]
    [InlineData("potassium", 7.2, "furlong", true)]
    [InlineData("potassium", 7.2, "mmol/L", false)]
    [InlineData("inr", 2.0, null, false)]
    [InlineData("mcv", 90, null, false)]
    public void A_number_whose_unit_nobody_knows_is_told_and_not_passed_over(
        string test,
        double value,
        string? unit,
        bool cannot
    ) => Assert.Equal(cannot, Limits.CannotTell(Result(test, value, unit), Someone(null, null)));

    [Fact]
    public void A_result_of_last_year_that_nobody_repeated_asks_whether_anyone_looked_and_is_no_emergency()
    {
        var old = Result("ck", 20000, "U/L") with { Day = Today.PlusDays(-300) };
        Assert.Equal((FollowUp.NoneKnown, (HowSoon?)HowSoon.Today), Place(Of(old)));
        var again = Result("ck", 180, "U/L") with { Day = Today.PlusDays(-200) };
        Assert.Equal((FollowUp.DoneAgain, null), Place(Of(old, [old, again], Someone(null, null))));
        Assert.Equal((FollowUp.New, (HowSoon?)HowSoon.Now), Place(Of(Result("ck", 20000, "U/L"))));
    }

    [Fact]
    public void A_later_number_that_nobody_can_compare_does_not_quieten_a_critical_one()
    {
        var first = Result("potassium", 6.8, "mmol/L") with { Day = Today.PlusDays(-1) };
        var unread = Result("potassium", 4, "furlong");
        Assert.Equal(HowSoon.Now, Of(first, [first, unread], Someone(null, null))?.Soon);
    }

    [Theory]
    [InlineData(80, 3, 130, HowSoon.Today)]
    [InlineData(80, 200, 130, HowSoon.Today)]
    [InlineData(60, 3, 185, HowSoon.Now)]
    [InlineData(80, 3, 110, null)]
    [InlineData(80, 500, 130, null)]
    public void Creatinine_that_rose_counts_though_it_is_not_high_yet(
        double before,
        int daysAgo,
        double now,
        HowSoon? expected
    )
    {
        var earlier = Result("creatinine", before / 88.4, "mg/dL") with { Day = Today.PlusDays(-daysAgo) };
        var result = Result("creatinine", now, "umol/L");
        Assert.Equal(expected, Of(result, [earlier, result], Someone(null, null))?.Soon);
    }

    [Fact]
    public void Liver_tests_that_are_no_alarm_alone_are_one_together()
    {
        var alt = Result("alt", 150, "U/L");
        var bilirubin = Result("bilirubin", 3, "mg/dL") with { Day = Today.PlusDays(-2) };
        Assert.Null(Of(alt));
        Assert.Null(Of(bilirubin));
        Assert.Equal(HowSoon.Today, Of(alt, [alt, bilirubin], Someone(null, null))?.Soon);
        Assert.Equal(HowSoon.Today, Of(bilirubin, [alt, bilirubin], Someone(null, null))?.Soon);
        var weeksAgo = bilirubin with { Day = Today.PlusDays(-20) };
        Assert.Null(Of(alt, [alt, weeksAgo], Someone(null, null)));
    }

    [Fact]
    public void Troponin_is_read_with_the_line_of_its_own_laboratory()
    {
        Assert.Equal(HowSoon.Now, Of(Result("troponin", 20, "ng/L") with { RangeHigh = 14 })?.Soon);
        Assert.Null(Of(Result("troponin", 10, "ng/L") with { RangeHigh = 14 }));
    }

    [Fact]
    public void No_limit_is_left_that_nobody_looked_up()
    {
        Assert.All(Limits.All, l => Assert.True(l.Verified, Name(l)));
        Assert.Equal(HowSoon.Now, Of(Result("inr", 9, null))?.Soon);
        Assert.Equal(HowSoon.Today, Of(Result("inr", 6, null))?.Soon);
    }

    [Fact]
    public void The_most_urgent_comes_first()
    {
        List<LabResult> all = [Result("tsh", 20, "mU/L"), Result("potassium", 7, "mmol/L"), Result("alt", 700, "U/L")];
        Assert.Equal(["potassium", "alt", "tsh"], Limits.Among(all, Someone(null, null), Today).Select(c => c.Test.Id));
    }

    private static string Name(CriticalLimit limit) =>
        $"{limit.Test} {limit.Side} {limit.AtMost ?? limit.AtLeast ?? limit.TimesUpper ?? limit.Rise} {limit.Unit} {limit.Level} {limit.Sex}";

    private static int Rank(CriticalResult? critical) => critical?.Soon is { } soon ? (int)soon : -1;

    private static (FollowUp, HowSoon?) Place(CriticalResult? critical) => (critical!.FollowUp, critical.Soon);

    private static CriticalResult? Of(LabResult result) => Of(result, [result], Someone(null, null));

    private static CriticalResult? Of(LabResult result, IReadOnlyList<LabResult> all, Person person) =>
        Limits.Of(result, all, person, Today);

    private static Person Someone(string? sex, int? born) =>
        new()
        {
            Id = Guid.Empty,
            Name = "Someone",
            AddedAt = default,
            Sex = sex,
            BirthYear = born,
        };

    private static LabResult Result(string test, double value, string? unit) =>
        new()
        {
            Id = Guid.NewGuid(),
            Test = test,
            Day = Today,
            Value = value,
            Unit = unit,
            Source = "typed",
        };
}
