using Inomya.Medicines;

namespace Inomya.Tests.Medicines;

/// <summary>A weekly medicine taken daily, and a dose ten times the usual one.</summary>
public class SlipTests
{
    [Theory]
    [InlineData("methotrexate", 15, "mg")]
    [InlineData("alendronate", 70, "mg")]
    [InlineData("risedronate", 35, "mg")]
    [InlineData("fentanyl", 25, "ug/h")]
    [InlineData("fentanyl patch", 1, "{patch}")]
    [InlineData("Butrans patch", 10, "ug/h")]
    [InlineData("Ozempic", 1, "mg")]
    [InlineData("dulaglutide", 1.5, "mg")]
    [InlineData("vitamin D", 50000, "[iU]")]
    [InlineData("clonidine", 1, "{patch}")]
    [InlineData("denosumab", 60, "mg")]
    [InlineData("denosumab", 120, "mg")]
    [InlineData("exenatide", 2, "mg")]
    [InlineData("golimumab", 50, "mg")]
    [InlineData("Awiqli", 140, "[iU]")]
    [InlineData("Hidroferol", 0.266, "mg")]
    [InlineData("calcifediol", 3, "mg")]
    [InlineData("Stelara", 45, "mg")]
    [InlineData("Tremfya", 100, "mg")]
    [InlineData("Repatha", 140, "mg")]
    public void What_is_taken_once_in_so_many_days_is_urgent_as_a_daily_dose(string name, double dose, string unit)
    {
        var finding = Assert.Single(Slips(Shelf.Daily(name, dose, unit)), f => f.Severity == Severity.Urgent);
        Assert.Equal([name], finding.Between);
        Assert.Contains(Slips(Shelf.Daily(name, dose, unit) with { TimesPerDay = null, EveryDays = 1 }), f =>
            f.Severity == Severity.Urgent
        );
        var text = Shelf.Words.Text(finding) + Shelf.Words.Action(finding);
        Assert.DoesNotContain("medicine-check.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("methotrexate", 15, "mg", 7)]
    [InlineData("methotrexate", 7.5, "mg", 3.5)]
    [InlineData("alendronate", 10, "mg", 1)]
    [InlineData("alendronate", 40, "mg", 1)]
    [InlineData("risedronate", 5, "mg", 1)]
    [InlineData("fentanyl", 25, "ug/h", 3)]
    [InlineData("fentanyl", 25, "ug/h", 2)]
    [InlineData("Rybelsus", 7, "mg", 1)]
    [InlineData("vitamin D", 1000, "[iU]", 1)]
    [InlineData("vitamin D", 50000, "[iU]", 7)]
    [InlineData("vitamin D", 20000, "[iU]", 3.5)]
    [InlineData("clonidine", 0.1, "mg", 0.5)]
    [InlineData("denosumab", 60, "mg", 182)]
    [InlineData("denosumab", 120, "mg", 28)]
    [InlineData("exenatide", 10, "ug", 0.5)]
    [InlineData("insulin icodec", 140, "[iU]", 7)]
    [InlineData("insulin glargine", 20, "[iU]", 1)]
    [InlineData("Tresiba", 20, "[iU]", 1)]
    [InlineData("calcifediol", 0.266, "mg", 30)]
    [InlineData("calcifediol", 0.266, "mg", 7)]
    [InlineData("calcifediol", 8, "ug", 1)]
    [InlineData("ustekinumab", 45, "mg", 28)]
    [InlineData("evolocumab", 140, "mg", 14)]
    public void What_is_taken_as_it_is_meant_is_no_slip(string name, double dose, string unit, double every) =>
        Assert.Empty(Slips(Shelf.Daily(name, dose, unit) with { EveryDays = every }));

    [Fact]
    public void What_is_meant_twice_a_year_is_told_once_a_month() =>
        Assert.Contains(Slips(Shelf.Daily("denosumab", 60, "mg") with { EveryDays = 28 }), f =>
            f.Severity == Severity.Urgent
        );

    [Fact]
    public void A_broken_number_of_times_a_day_is_a_number_of_days_apart() =>
        Assert.Empty(Slips(Shelf.Daily("methotrexate", 15, "mg", 1.0 / 7)));

    [Fact]
    public void How_often_is_asked_where_the_list_does_not_say() =>
        Assert.Equal(Severity.Caution, Assert.Single(Slips(new Medicine { Name = "methotrexate" })).Severity);

    [Fact]
    public void A_daily_entry_without_its_dose_is_told_where_some_strengths_are_weekly() =>
        Assert.Contains(Slips(new Medicine { Name = "alendronate", TimesPerDay = 1 }), f =>
            f.Severity == Severity.Caution
        );

    [Theory]
    [InlineData("levothyroxine", 100, "mg", true)]
    [InlineData("levothyroxine", 100, "ug", false)]
    [InlineData("amlodipine", 50, "mg", true)]
    [InlineData("amlodipine", 49, "mg", false)]
    [InlineData("amlodipine", 10, "mg", false)]
    [InlineData("morphine", 100, "mg", false)]
    [InlineData("digoxin", 0.125, "mg", false)]
    [InlineData("digoxin", 1.25, "mg", true)]
    public void Ten_times_a_usual_dose_is_told(string name, double dose, string unit, bool told) =>
        Assert.Equal(told, Slips(Shelf.Daily(name, dose, unit)).Any(f => f.Text == "medicine-check.slip.tenfold"));

    [Fact]
    public void Of_two_entries_under_one_name_the_larger_dose_is_told_whichever_stands_first()
    {
        Medicine[] two = [Shelf.Daily("amlodipine", 60, "mg"), Shelf.Daily("amlodipine", 90, "mg") with { Entry = 2 }];
        foreach (var list in new[] { two, [.. two.Reverse()] })
            Assert.Equal(
                "90 mg",
                Assert.Single(Shelf.Find(list), f => f.Text == "medicine-check.slip.tenfold").Values[
                    MedicineCheckWords.AmountValue
                ]
            );
    }

    [Fact]
    public void A_weekly_dose_is_weighed_on_average_against_what_a_nutrient_allows_a_day()
    {
        var weekly = Shelf.Daily("vitamin D", 20000, "[iU]") with { EveryDays = 7 };
        Assert.DoesNotContain(Shelf.Find(weekly), f => f.Kind == FindingKind.UpperLimit);
        Assert.Contains(Shelf.Find(weekly with { EveryDays = 1 }), f => f.Kind == FindingKind.UpperLimit);
    }

    private static List<MedicineFinding> Slips(Medicine medicine) =>
        [.. Shelf.Find(medicine).Where(f => f.Text.StartsWith("medicine-check.slip.", StringComparison.Ordinal))];
}
