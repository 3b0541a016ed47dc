using System.Text;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Tests.Questionnaires;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Laboratory;

/// <summary>Tables of results: what is read, what is refused and where, and that nothing comes twice.</summary>
public class LabCsvTests
{
    private const string Table = """
        Date,Test,Result,Unit,Range,Lab,LOINC
        2026-03-01,Ferritin,42,ng/mL,12 - 150,Lab One,2276-4
        2026-03-01,CRP,< 0.5,mg/dL,< 0.5,Lab One,
        2026-03-01,ANA,negative,,,Lab One,
        """;

    private static readonly LabTests Tests = new(ContentCheck.Content);

    [Fact]
    public void Numbers_limits_and_words_are_read_with_the_labs_own_range()
    {
        var read = Read(Table);
        Assert.Empty(read.Refused);
        var (ferritin, crp, ana) = ((LabResult)read.Facts[0], (LabResult)read.Facts[1], (LabResult)read.Facts[2]);
        Assert.Equal(
            ("ferritin", 42, "ng/mL", 12, 150, "2276-4", "Lab One"),
            (
                ferritin.Test,
                ferritin.Value,
                ferritin.Unit,
                ferritin.RangeLow,
                ferritin.RangeHigh,
                ferritin.Loinc,
                ferritin.Lab
            )
        );
        Assert.Equal(
            ("crp", 0.5, "<", null, 0.5, "1988-5"),
            (crp.Test, crp.Value, crp.Comparator, crp.RangeLow, crp.RangeHigh, crp.Loinc)
        );
        Assert.Equal(("ana", null, "negative"), (ana.Test, ana.Value, ana.Text));
    }

    [Fact]
    public void A_European_table_with_semicolons_and_decimal_commas_is_read()
    {
        var result = (LabResult)
            Read(
                "Datum;Untersuchung;Ergebnis;Einheit;Referenzbereich\n13.02.2026;Hämoglobin;1.234,5;g/l;120 - 160\n14.02.2026;TSH;2,35;mU/l;0,4 - 4,0\n"
            ).Facts[1];
        Assert.Equal(
            (new LocalDate(2026, 2, 14), 2.35, "m[IU]/L", 0.4, 4.0),
            (result.Day, result.Value, result.Unit, result.RangeLow, result.RangeHigh)
        );
    }

    [Fact]
    public void Each_bad_row_is_refused_with_its_line_and_reason_and_stops_no_other()
    {
        var read = Read(
            """
            day,test,value,unit,low,high,loinc
            2026-03-01,Ferritin,42,ng/mL,12,150,
            not a day,Ferritin,42,,,,
            2027-01-01,Ferritin,42,,,,
            2026-03-02,,42,,,,
            2026-03-02,Ferritin,,,,,
            2026-03-02,Ferritin,"1,234",,,,
            2026-03-02,Ferritin,42,,150,12,
            2026-03-02,Ferritin,42,,,,2276-5
            2026-03-02,Ferritin,< low,,,,
            2026-03-02,Ferritin
            2026-03-03,Own thing,7,blips,,,
            """
        );
        Assert.Equal(2, read.Facts.Count);
        Assert.Equal(
            "3 not-a-date|4 day-to-come|5 no-test|6 no-value|7 number-two-ways|8 not-a-range|9 not-a-loinc-code|10 not-a-number|11 wrong-number-of-cells",
            string.Join('|', read.Refused.Select(r => $"{r.Line} {r.Why}"))
        );
        Assert.Equal(("Own thing", "blips"), (((LabResult)read.Facts[1]).Test, ((LabResult)read.Facts[1]).Unit));
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "no-such-column")]
    [InlineData("day,test,value\n03/04/2026,TSH,2\n", "two-date-formats")]
    [InlineData("day,test,value\n", "empty")]
    public void A_file_that_cannot_be_read_says_why(string text, string why) =>
        Assert.Equal(why, Assert.Throws<ImportException>(() => Read(text)).Why.Key);

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task The_same_file_twice_adds_nothing_twice_and_one_undo_takes_it_out(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var first = await journal.ImportAsync(Read(Table).Facts);
        var again = await journal.ImportAsync(Read(Table).Facts);
        Assert.Equal((3, 0, 3), (first.Added, again.Added, again.Same));
        Assert.Equal(["ana", "crp", "ferritin"], (await journal.AllAsync<LabResult>()).Select(r => r.Test).Order());
        var corrected = await journal.ImportAsync(Read(Table.Replace(",42,", ",43,", StringComparison.Ordinal)).Facts);
        Assert.Equal((0, 1), (corrected.Added, corrected.Changed));
        await journal.UndoAsync(corrected.Change!.Id);
        Assert.Equal(42, (await journal.AllAsync<LabResult>()).Single(r => r.Test == "ferritin").Value);
        var other = await journal.ImportAsync(
            Read(Table.Replace("2026-03-01", "2026-03-02", StringComparison.Ordinal)).Facts
        );
        await journal.UndoAsync(other.Change!.Id);
        Assert.All(await journal.AllAsync<LabResult>(), r => Assert.Equal(new LocalDate(2026, 3, 1), r.Day));
    }

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task A_preliminary_result_that_comes_after_the_final_one_changes_nothing(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var final = Read(Table).Facts;
        var early = final.Cast<LabResult>().Select(r => r with { IsPreliminary = true, Value = 7 }).ToList();
        await journal.ImportAsync([.. early]);
        Assert.Equal(3, (await journal.ImportAsync(final)).Changed);
        var late = await journal.ImportAsync([.. early]);
        Assert.Equal((0, 3), (late.Changed, late.Same));
        Assert.DoesNotContain(await journal.AllAsync<LabResult>(), r => r.IsPreliminary || r.Value == 7);
    }

    [Fact]
    public void Two_results_of_one_test_on_one_day_are_two() =>
        Assert.Equal(
            2,
            Read("day,test,value\n2026-03-01,CK,150\n2026-03-01,CK,160\n").Facts.Select(f => f.Id).Distinct().Count()
        );

    [Fact]
    public void One_comma_in_a_file_moves_no_other_number()
    {
        var read = Read(
            "Date,Test,Value,Unit,Low,High\n2025-11-06,CRP,\"0,5\",mg/L,0,5\n2025-11-06,TSH,2.10,m[IU]/L,0.4,4.0\n2025-11-06,Hemoglobin,13.5,g/dL,12.0,15.5\n"
        );
        Assert.Empty(read.Refused);
        Assert.Equal(
            [(0.5, 0, 5), (2.1, 0.4, 4), (13.5, 12, 15.5)],
            read.Facts.Cast<LabResult>().Select(r => (r.Value!.Value, r.RangeLow!.Value, r.RangeHigh!.Value))
        );
    }

    [Theory]
    [InlineData("Date;Test;Value;Unit\n2025-11-07;CK;1.234;U/L\n2025-11-07;CRP;0,5;mg/L\n", 1234.0, null)]
    [InlineData("Date;Test;Value;Unit\n2025-11-07;CK;1.234;U/L\n2025-11-07;CRP;0.5;mg/L\n", 1.234, null)]
    [InlineData("Date;Test;Value;Unit\n2025-11-07;CK;1.234;U/L\n", null, "number-two-ways")]
    [InlineData(
        "Date;Test;Value;Unit\n2025-11-07;CK;1.234;U/L\n2025-11-07;CRP;0.5;mg/L\n2025-11-07;TSH;2,1;mU/L\n",
        null,
        "number-two-ways"
    )]
    public void Thousands_are_read_where_the_file_shows_them_and_else_refused(string text, double? value, string? why)
    {
        var read = Read(text);
        Assert.Equal(value, read.Facts.Cast<LabResult>().FirstOrDefault(r => r.Test == "ck")?.Value);
        Assert.Equal(why, read.Refused is [var refused, ..] ? refused.Why.Key : null);
    }

    [Theory]
    [InlineData("9.4,mg/dL,18-60 years: 8.6-10.2", null, null)]
    [InlineData("9.4,mg/dL,8.6-10.2", 8.6, 10.2)]
    [InlineData("9.4,mg/dL,8.6-10.2 mg/dL", 8.6, 10.2)]
    [InlineData("9.4,mg/dL,86-102 mg/L", 8.6, 10.2)]
    [InlineData("9.4,mg/dL,F: 8.6-10.2 M: 8.8-10.4", null, null)]
    [InlineData("9.4,mg/dL,8.6-10.2 (sufficient)", 8.6, 10.2)]
    [InlineData("9.4,mg/dL,4500-11000 /uL", null, null)]
    [InlineData("9.4,mg/dL,<= 10.2 mg/dL", null, 10.2)]
    public void A_range_is_of_this_value_or_there_is_none(string row, double? low, double? high)
    {
        var read = Read($"Date,Test,Value,Unit,Range\n2026-03-15,Calcium,{row}\n");
        Assert.Empty(read.Refused);
        var result = (LabResult)read.Facts[0];
        Assert.Equal((low, high), (Rounded(result.RangeLow), Rounded(result.RangeHigh)));
    }

    [Theory]
    [InlineData("<5", 5.0, "<", null, null)]
    [InlineData("\"<0,5\"", 0.5, "<", null, null)]
    [InlineData("12.5 ng/mL", 12.5, null, "ng/mL", null)]
    [InlineData("1:160", null, null, null, "1:160")]
    [InlineData("Non-reactive", null, null, null, "Non-reactive")]
    [InlineData("3+", null, null, null, "3+")]
    [InlineData("1/160", null, null, null, "1/160")]
    [InlineData("6100 /uL", 6100.0, null, "/uL", null)]
    [InlineData("12.03.2026", null, null, null, "12.03.2026")]
    public void A_value_is_a_number_with_its_sign_and_unit_or_words(
        string cell,
        double? value,
        string? sign,
        string? unit,
        string? text
    )
    {
        var result = (LabResult)Read($"Date,Test,Value\n2026-03-15,Ferritin,{cell}\n").Facts[0];
        Assert.Equal((value, sign, unit, text), (result.Value, result.Comparator, result.Unit, result.Text));
    }

    [Theory]
    [InlineData("sep=;\nDate;Test;Value;Unit\n15/03/26;Ferritin;41;ng/mL\n")]
    [InlineData(
        "Results of the laboratory;;;\nPrinted 16/03/2026;;;\nDate;Test;Value;Unit\n15/03/26;Ferritin;41;ng/mL\n"
    )]
    public void What_stands_above_the_table_is_not_part_of_it(string text) =>
        Assert.Equal(new LocalDate(2026, 3, 15), ((LabResult)Read(text).Facts.Single()).Day);

    [Theory]
    [InlineData("m[iU]/L", "m[IU]/L")]
    [InlineData("mUI/L", "m[IU]/L")]
    [InlineData("THOUS/UL", "10*3/uL")]
    [InlineData("MG/DL", "mg/dL")]
    [InlineData("NG/ML", "ng/mL")]
    [InlineData("MMOL/L", "mmol/L")]
    [InlineData("UIU/ML", "u[IU]/mL")]
    [InlineData("U/L", "U/L")]
    [InlineData("G/L", "10*9/L")]
    [InlineData("MGL", null)]
    public void Units_are_known_however_they_are_printed(string printed, string? code) =>
        Assert.Equal(code, LabUnit.Parse(printed)?.Code);

    [Theory]
    [InlineData("Date,Test,Value\n2026-03-15,Ferritin,41\n", true)]
    [InlineData("Fecha;Prueba;Resultado\n15/03/2026;Ferritina;41\n", true)]
    [InlineData("date,name,value,reference range\n2026-03-15,Ferritin,41,12-150\n", true)]
    [InlineData("date,name,value,unit\n2026-03-15,Steps,4100,count\n", false)]
    [InlineData("date,name,value,min,max\n2026-03-15,Heart rate,70,50,120\n", false)]
    [InlineData("date,pain\n2026-03-15,4\n", false)]
    public void A_diary_of_names_and_values_is_not_taken_for_results(string text, bool isOfLaboratory) =>
        Assert.Equal(isOfLaboratory, LabCsv.Recognises(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 9) : null;

    private static ImportReading Read(string text) =>
        LabCsv.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            Tests,
            new LocalDate(2026, 11, 22),
            new DayClock(DayClock.UsualBoundary, [new ZoneSince(default, "Europe/Madrid")]),
            TestContext.Current.CancellationToken
        );
}
