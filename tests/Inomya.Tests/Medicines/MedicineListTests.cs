using System.Text;
using CsCheck;
using Inomya.Medicines;
using Inomya.Treatments;
using NodaTime;

namespace Inomya.Tests.Medicines;

public class MedicineListTests
{
    private static MedicineList Read(string json) =>
        MedicineList.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), Shelf.Catalogue.Units);

    [Fact]
    public void A_full_entry_is_read_as_written()
    {
        var list = Read(
            """
            [{"name": "duloxetine", "product": null, "route": "oral", "dose": {"value": 60, "unit": "mg"}, "times_per_day": 1,
              "as_needed": false, "since": "2026-03-01", "for": "fibromyalgia"}]
            """
        );
        Assert.Empty(list.Refused);
        Assert.Equal(
            new Medicine
            {
                Name = "duloxetine",
                Route = "oral",
                Dose = new Amount(60, "mg"),
                TimesPerDay = 1,
                Since = new LocalDate(2026, 3, 1),
                For = "fibromyalgia",
            },
            Assert.Single(list.Medicines)
        );
    }

    [Theory]
    [InlineData("\"60 mg\"", 60, "mg")]
    [InlineData("\"60mg\"", 60, "mg")]
    [InlineData("\"2 x 500 mg\"", 1000, "mg")]
    [InlineData("\"1,000 mg\"", 1000, "mg")]
    [InlineData("\"2,5 mg\"", 2.5, "mg")]
    [InlineData("\"0.5 g\"", 0.5, "g")]
    [InlineData("\"25 µg\"", 25, "ug")]
    [InlineData("\"25 mcg\"", 25, "ug")]
    [InlineData("\"1000 IU\"", 1000, "[iU]")]
    [InlineData("\"1 tablet\"", 1, "{tablet}")]
    [InlineData("""{"value": "60", "unit": "MG"}""", 60, "mg")]
    [InlineData("""{"value": 2, "unit": "capsules"}""", 2, "{tablet}")]
    [InlineData("""{"value": 900, "unit": "mg/day"}""", 900, "mg")]
    public void A_dose_is_read_with_its_unit(string dose, double value, string unit) =>
        Assert.Equal(
            new Amount(value, unit),
            Assert.Single(Read($$"""[{"name": "x", "dose": {{dose}}}]""").Medicines).Dose
        );

    [Theory]
    [InlineData("\"60\"", ListRefusal.DoseWithoutUnit)]
    [InlineData("60", ListRefusal.DoseWithoutUnit)]
    [InlineData("""{"value": 60}""", ListRefusal.DoseWithoutUnit)]
    [InlineData("""{"value": 60, "unit": ""}""", ListRefusal.DoseWithoutUnit)]
    [InlineData("""{"value": 60, "unit": null}""", ListRefusal.DoseWithoutUnit)]
    [InlineData("""{"value": 60, "unit": "blobs"}""", ListRefusal.DoseUnknownUnit)]
    [InlineData("\"60 blobs\"", ListRefusal.DoseUnknownUnit)]
    [InlineData("""{"value": 0, "unit": "mg"}""", ListRefusal.DoseNotPositive)]
    [InlineData("""{"value": -5, "unit": "mg"}""", ListRefusal.DoseNotPositive)]
    [InlineData("""{"unit": "mg"}""", ListRefusal.DoseNotRead)]
    [InlineData("""{"value": "much", "unit": "mg"}""", ListRefusal.DoseNotRead)]
    [InlineData("[1]", ListRefusal.DoseNotRead)]
    [InlineData("\"some\"", ListRefusal.DoseNotRead)]
    public void A_bad_dose_is_refused_by_entry_and_reason_but_the_name_is_kept(string dose, ListRefusal reason)
    {
        var list = Read($$"""[{"name": "sertraline"}, {"name": "lithium", "dose": {{dose}}}]""");
        var refusal = Assert.Single(list.Refused);
        Assert.Equal((2, "lithium", reason), (refusal.Entry, refusal.Name, refusal.Reason));
        Assert.Contains("lithium", Shelf.Words.Refusal(refusal), StringComparison.Ordinal);
        Assert.Equal(2, list.Medicines.Count);
        Assert.Null(list.Medicines[1].Dose);
    }

    [Theory]
    [InlineData("{}", ListRefusal.NoName)]
    [InlineData("""{"name": "  "}""", ListRefusal.NoName)]
    [InlineData("""{"name": 5}""", ListRefusal.NotAText)]
    [InlineData("\"ibuprofen\"", ListRefusal.NotAnEntry)]
    [InlineData("null", ListRefusal.NotAnEntry)]
    public void An_entry_without_a_name_is_refused(string entry, ListRefusal reason)
    {
        var list = Read($$"""[{"name": "x"}, {{entry}}]""");
        var refusal = Assert.Single(list.Refused);
        Assert.Equal((2, reason), (refusal.Entry, refusal.Reason));
        Assert.Contains("entry 2", Shelf.Words.Refusal(refusal), StringComparison.Ordinal);
        Assert.Single(list.Medicines);
    }

    [Theory]
    [InlineData("times_per_day", "0", ListRefusal.TimesNotRead)]
    [InlineData("times_per_day", "-1", ListRefusal.TimesNotRead)]
    [InlineData("times_per_day", "\"often\"", ListRefusal.TimesNotRead)]
    [InlineData("since", "\"March\"", ListRefusal.DayNotRead)]
    [InlineData("since", "\"2026-02-30\"", ListRefusal.DayNotRead)]
    [InlineData("since", "2026", ListRefusal.NotAText)]
    [InlineData("as_needed", "\"yes\"", ListRefusal.NotYesOrNo)]
    [InlineData("route", "[]", ListRefusal.NotAText)]
    public void A_bad_field_is_refused_and_the_rest_kept(string field, string value, ListRefusal reason)
    {
        var list = Read($$"""[{"name": "x", "{{field}}": {{value}}}]""");
        var refusal = Assert.Single(list.Refused);
        Assert.Equal(reason, refusal.Reason);
        Assert.NotEmpty(Shelf.Words.Refusal(refusal));
        Assert.Equal("x", Assert.Single(list.Medicines).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"name\": \"x\"}")]
    [InlineData("[{\"name\": \"x\"}")]
    [InlineData("not json")]
    public void What_is_no_list_is_a_format_error(string json) => Assert.Throws<FormatException>(() => Read(json));

    [Theory]
    [InlineData("\"every_days\": 7", null, 7.0)]
    [InlineData("\"times_per_week\": 1", 1.0, 7.0)]
    [InlineData("\"times_per_week\": 2", 1.0, 3.5)]
    [InlineData("\"times_per_week\": 14", 2.0, 1.0)]
    [InlineData("\"times_per_day\": 2, \"every_days\": 3", 2.0, 3.0)]
    [InlineData("\"dose\": \"15 mg/week\"", 1.0, 7.0)]
    [InlineData("\"dose\": {\"value\": 15, \"unit\": \"mg weekly\"}", 1.0, 7.0)]
    public void How_often_is_read_by_day_by_days_and_by_week(string field, double? times, double? every)
    {
        var list = Read($$"""[{"name": "methotrexate", {{field}}}]""");
        Assert.Empty(list.Refused);
        var medicine = Assert.Single(list.Medicines);
        Assert.Equal((times, every), (medicine.TimesPerDay, medicine.EveryDays));
    }

    [Theory]
    [InlineData("\"every_days\": 0", ListRefusal.EveryNotRead)]
    [InlineData("\"every_days\": 4000", ListRefusal.EveryNotRead)]
    [InlineData("\"times_per_week\": -1", ListRefusal.WeekNotRead)]
    [InlineData("\"times_per_day\": 1, \"times_per_week\": 1", ListRefusal.TwoRates)]
    [InlineData("\"dose\": \"-5 mg\"", ListRefusal.DoseNotRead)]
    [InlineData("\"dose\": {\"value\": -5, \"unit\": \"mg\"}", ListRefusal.DoseNotPositive)]
    [InlineData("\"dose\": {\"value\": 1e9, \"unit\": \"mg\"}", ListRefusal.DoseAbsurd)]
    [InlineData("\"dose\": \"5000 tablets\"", ListRefusal.DoseAbsurd)]
    [InlineData("\"since\": \"2999-01-01\"", ListRefusal.DayAhead)]
    [InlineData("\"since\": \"2026-03-01\", \"until\": \"2026-02-01\"", ListRefusal.DaysCrossed)]
    public void What_cannot_be_meant_is_refused_with_its_entry_and_the_rest_is_checked(string field, ListRefusal reason)
    {
        var list = MedicineList.Read(
            new MemoryStream(
                Encoding.UTF8.GetBytes($$"""[{"name": "aspirin"}, {"name": "methotrexate", {{field}}}]""")
            ),
            Shelf.Catalogue.Units,
            Shelf.Today
        );
        var refusal = Assert.Single(list.Refused);
        Assert.Equal((2, "methotrexate", reason), (refusal.Entry, refusal.Name, refusal.Reason));
        Assert.DoesNotContain("medicine-check.", Shelf.Words.Refusal(refusal), StringComparison.Ordinal);
        Assert.Equal(2, list.Medicines.Count);
    }

    [Fact]
    public void No_number_in_a_dose_breaks_the_reading_and_no_bad_one_gets_through() =>
        Gen.Select(
                Gen.Double,
                Gen.Double,
                Gen.OneOf(Gen.Const("mg"), Gen.Const("tablets"), Gen.Const("spoons"), Gen.Const(""))
            )
            .Sample(
                (dose, every, unit) =>
                {
                    var json = System.Text.Json.JsonSerializer.Serialize(
                        new[]
                        {
                            new
                            {
                                name = "methotrexate",
                                dose = new { value = Finite(dose), unit },
                                every_days = Finite(every),
                            },
                        }
                    );
                    var medicine = Assert.Single(Read(json).Medicines);
                    Assert.True(medicine.Dose is not { } read || (read.Value > 0 && double.IsFinite(read.Value)));
                    Assert.True(medicine.EveryDays is null or (> 0 and <= 366));
                    Shelf.Find(medicine);
                }
            );

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
