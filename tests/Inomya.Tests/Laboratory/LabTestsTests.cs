using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Tests.Questionnaires;
using NodaTime;

namespace Inomya.Tests.Laboratory;

/// <summary>The library of tests: its file, its conversions, and which range a result is read with.</summary>
public class LabTestsTests
{
    private static readonly LabTests Tests = new(ContentCheck.Content);

    [Fact]
    public async Task The_file_keeps_to_its_schema() =>
        Assert.Equal("", await ContentCheck.AgainstAsync("laboratory-tests.schema.json", "laboratory/tests.yaml"));

    [Fact]
    public void Each_code_has_its_check_digit_each_unit_is_known_and_each_source_is_named()
    {
        foreach (var test in Tests.All)
        {
            Assert.All(test.Loinc, code => Assert.True(LoincCode.IsValid(code), $"{test.Id}: {code}"));
            Assert.All(test.Units.Append(test.Unit).OfType<string>(), unit =>
                Assert.Equal(unit, LabUnit.Parse(unit)?.Code)
            );
            Assert.All(test.Units, unit => Assert.NotNull(test.Convert(1, unit, test.Unit)));
            Assert.All(test.Ranges, range =>
                Assert.True(
                    Tests.Sources.ContainsKey(range.Source) && test.Convert(1, range.Unit, test.Unit) is not null,
                    test.Id
                )
            );
        }
    }

    [Theory]
    [InlineData("vitamin-d", 20, "ng/mL", "nmol/L", 49.92)]
    [InlineData("vitamin-b12", 200, "pg/mL", "pmol/L", 147.6)]
    [InlineData("calcium", 10, "mg/dL", "mmol/L", 2.495)]
    [InlineData("magnesium", 2, "mg/dL", "mmol/L", 0.8229)]
    [InlineData("creatinine", 1, "mg/dL", "umol/L", 88.4)]
    [InlineData("glucose", 90, "mg/dL", "mmol/L", 4.996)]
    [InlineData("hba1c", 48, "mmol/mol", "%", 6.543)]
    [InlineData("tsh", 2, "mU/L", "u[IU]/mL", 2)]
    public void A_test_is_converted_by_its_molar_mass_or_its_own_rule(
        string id,
        double value,
        string from,
        string to,
        double expected
    ) => Assert.Equal(expected, Tests.Find(id)!.Convert(value, from, to)!.Value, expected < 10 ? 3 : 1);

    [Fact]
    public void Per_cent_of_HbA1c_is_never_taken_for_a_plain_ratio() =>
        Assert.Null(Tests.Find("hba1c")!.Convert(6, "%", "mmol/L"));

    [Theory]
    [InlineData("ferr", "ferritin")]
    [InlineData("hämoglobin", "haemoglobin")]
    [InlineData("cpk", "ck")]
    [InlineData("2276-4", "ferritin")]
    public void A_test_is_found_by_a_part_of_any_of_its_names(string typed, string id) =>
        Assert.Contains(Tests.Search(typed, t => t.Id), t => t.Id == id);

    [Fact]
    public void A_code_that_is_another_test_is_not_overruled_by_the_name() =>
        Assert.Null(Tests.Of("2160-8", "Ferritin"));

    [Fact]
    public void The_laboratorys_own_range_goes_before_the_librarys()
    {
        var result = Result("ferritin", 160, "ng/mL");
        Assert.Equal(RangeStanding.Above, LabStanding.Of(result, Tests.Find("ferritin"), "female", 40).Standing);
        var own = LabStanding.Of(result with { RangeHigh = 200 }, Tests.Find("ferritin"), "female", 40);
        Assert.Equal((RangeStanding.Inside, null), (own.Standing, own.Library));
    }

    [Theory]
    [InlineData(160, RangeStanding.Unknown)]
    [InlineData(320, RangeStanding.Above)]
    [InlineData(12, RangeStanding.Below)]
    [InlineData(90, RangeStanding.Inside)]
    public void While_the_sex_is_not_known_only_what_holds_for_both_is_said(double ferritin, RangeStanding expected)
    {
        var standing = LabStanding.Of(Result("ferritin", ferritin, "ng/mL"), Tests.Find("ferritin"), null, 40);
        Assert.Equal(
            (expected, 30, 300),
            (standing.Standing, Math.Round(standing.Low!.Value), Math.Round(standing.High!.Value))
        );
    }

    [Theory]
    [InlineData("female", 300.0, RangeStanding.Above)]
    [InlineData("male", 300.0, RangeStanding.Inside)]
    [InlineData("male", 390.0, RangeStanding.Inside)]
    public void A_creatine_kinase_that_is_common_in_health_is_not_called_high(
        string sex,
        double value,
        RangeStanding expected
    ) => Assert.Equal(expected, LabStanding.Of(Result("ck", value, "U/L"), Tests.Find("ck"), sex, 40).Standing);

    [Theory]
    [InlineData(4.8, RangeStanding.Above)]
    [InlineData(3.9, RangeStanding.Inside)]
    [InlineData(0.4, RangeStanding.Below)]
    public void Thyrotropin_is_read_with_the_range_of_today(double value, RangeStanding expected) =>
        Assert.Equal(expected, LabStanding.Of(Result("tsh", value, "mIU/L"), Tests.Find("tsh"), null, null).Standing);

    [Fact]
    public void A_library_range_is_told_in_the_unit_of_the_result()
    {
        var standing = LabStanding.Of(Result("vitamin-d", 15, "ng/mL"), Tests.Find("vitamin-d"), null, null);
        Assert.Equal(RangeStanding.Below, standing.Standing);
        Assert.Equal(20.03, standing.Low!.Value, 2);
    }

    [Theory]
    [InlineData("<", 5, null, 5.0, RangeStanding.Inside)]
    [InlineData("<", 15, 12.0, 150.0, RangeStanding.Unknown)]
    [InlineData("<", 10, 12.0, 150.0, RangeStanding.Below)]
    [InlineData(">", 200, 12.0, 150.0, RangeStanding.Above)]
    [InlineData(">", 60, 60.0, null, RangeStanding.Inside)]
    public void A_limit_is_read_only_as_far_as_it_goes(
        string sign,
        double value,
        double? low,
        double? high,
        RangeStanding expected
    ) =>
        Assert.Equal(
            expected,
            LabStanding
                .Of(
                    Result("x", value, "1") with
                    {
                        Comparator = sign,
                        RangeLow = low,
                        RangeHigh = high,
                    },
                    null,
                    null,
                    null
                )
                .Standing
        );

    [Fact]
    public void An_unknown_unit_leaves_the_range_unsaid() =>
        Assert.False(LabStanding.Of(Result("tsh", 2, "furlong"), Tests.Find("tsh"), null, null).HasRange);

    private static LabResult Result(string test, double value, string unit) =>
        new()
        {
            Test = test,
            Day = new LocalDate(2026, 11, 1),
            Value = value,
            Unit = unit,
            Source = "typed",
        };
}
