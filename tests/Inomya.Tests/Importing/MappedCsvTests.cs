using System.Text;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Vocabulary;

namespace Inomya.Tests.Importing;

public class MappedCsvTests
{
    private const string Three = "day,pain\n2026-01-01,3\n2026-01-02,4\n2026-01-03,5\n";

    [Fact]
    public void Each_cell_becomes_an_entry_of_its_day() =>
        Assert.Equal(["2026-01-01=3", "2026-01-02=4", "2026-01-03=5"], Files.Read(Three, Files.PainMap).Values());

    [Fact]
    public void An_empty_cell_was_not_recorded_and_is_not_refused()
    {
        var reading = Files.Read("day,pain\n2026-01-01,\n2026-01-02, \n2026-01-03,0\n", Files.PainMap);
        Assert.Equal(["2026-01-03=0"], reading.Values());
        Assert.Empty(reading.Refused);
    }

    [Fact]
    public void A_zero_that_the_map_says_was_not_recorded_is_left_out()
    {
        var map = Files.Map(("pain", """{"measure": "pain", "not_recorded": [0, "n/a"]}"""));
        Assert.Equal(
            ["2026-01-04=2"],
            Files.Read("day,pain\n2026-01-01,0\n2026-01-02,0.0\n2026-01-03,n/a\n2026-01-04,2\n", map).Values()
        );
    }

    [Fact]
    public void A_column_can_be_a_body_region_on_a_scale_of_its_own()
    {
        var entry = Assert.Single(
            Files
                .Read(
                    "day,knee\n2026-01-01,3\n",
                    Files.Map(("knee", """{"measure": "pain", "region": "lower_leg_left", "scale": [0, 4]}"""))
                )
                .Facts.OfType<Entry>()
        );
        Assert.Equal(("pain", "lower_leg_left", new Scale(0, 4)), (entry.Measure, entry.Region, entry.Scale!.Value));
    }

    [Fact]
    public void A_measure_we_do_not_have_becomes_the_persons_own()
    {
        var reading = Files.Read(
            "day,g\n2026-01-01,3\n",
            Files.Map(("g", """{"measure": "Garden time", "unit": "min", "better": "higher"}"""))
        );
        var own = Assert.Single(reading.Facts.OfType<OwnMeasure>());
        Assert.Equal(
            ("own_garden_time", "Garden time", "min", Better.Higher),
            (own.Measure, own.Name, own.Unit, own.Better)
        );
        Assert.Equal("own_garden_time", Assert.Single(reading.Facts.OfType<Entry>()).Measure);
    }

    [Fact]
    public void An_hour_in_the_day_column_is_kept_and_decides_the_day()
    {
        const string TwoNights =
            "when,pain\n2026-03-28 23:30,3\n2026-03-29 03:59,4\n2026-03-29 04:00,5\n2026-03-29 04:00,6\n2026-03-29 25:00,7\n";
        var map =
            """{"date": {"column": "when", "format": "yyyy-MM-dd HH:mm"}, "columns": {"pain": {"measure": "pain"}}}""";
        var days = new DayClock(DayClock.UsualBoundary, [new ZoneSince(default, "Europe/Madrid")]);
        ImportReading Read() =>
            Files.Read(
                new MemoryStream(Encoding.UTF8.GetBytes(TwoNights)),
                new ImportOptions { Map = CsvMap.Parse(map), Days = days }
            );
        var reading = Read();
        Assert.Equal(["2026-03-28=3", "2026-03-28=4", "2026-03-29=5", "2026-03-29=6"], reading.Values());
        Assert.Equal(["6 not-a-date"], reading.Why());
        // the clock went forward at two: 03:59 is only three and a half hours after 23:30
        Assert.Equal(
            ["2026-03-28T22:30:00Z", "2026-03-29T01:59:00Z", "2026-03-29T02:00:00Z", "2026-03-29T02:00:00Z"],
            reading.Facts.OfType<Entry>().Select(e => e.At.ToString())
        );
        Assert.Equal(4, reading.Facts.OfType<Entry>().Select(e => e.Id).Distinct().Count());
        Assert.Equal(reading.Facts.Select(f => f.Id), Read().Facts.Select(f => f.Id));
    }

    [Fact]
    public void Names_of_signs_alone_stay_apart() => Assert.NotEqual(MappedCsv.OwnId("🙂"), MappedCsv.OwnId("🌧"));

    [Theory]
    [InlineData("6.5", "off-the-scale", "[0, 5]")]
    [InlineData("-1", "off-the-scale", "[0, 10]")]
    [InlineData("1e308", "off-the-scale", "[0, 10]")]
    [InlineData("NaN", "not-a-number", "[0, 10]")]
    [InlineData("Infinity", "not-a-number", "[0, 10]")]
    [InlineData("-∞", "not-a-number", "[0, 10]")]
    [InlineData("=1+1", "not-a-number", "[0, 10]")]
    [InlineData("@SUM(A1)", "not-a-number", "[0, 10]")]
    [InlineData("4 or 5", "not-a-number", "[0, 10]")]
    [InlineData("0x10", "not-a-number", "[0, 10]")]
    public void A_value_that_cannot_be_meant_is_refused_with_its_line(string cell, string why, string scale)
    {
        var reading = Files.Read(
            $"day,pain\n2026-01-01,1\n2026-01-02,{cell}\n2026-01-03,2\n",
            Files.Map(("pain", $$"""{"measure": "pain", "scale": {{scale}}}"""))
        );
        Assert.Equal([$"3 {why}"], reading.Why());
        Assert.Equal((cell, "pain"), (reading.Refused[0].Value, reading.Refused[0].Column));
        Assert.Equal(2, reading.Values().Count());
    }

    [Fact]
    public void A_number_with_a_comma_is_read_where_the_map_says_so()
    {
        var map = """{"date": {"column": "day"}, "decimal_mark": ",", "columns": {"h": {"measure": "sleep_hours"}}}""";
        Assert.Equal(["2026-01-13=7.5"], Files.Read("day;h\n13.01.2026;7,5\n", map).Values());
        Assert.Equal(["2 not-a-number"], Files.Read("day;h\n13.01.2026;7.5\n", map).Why());
    }

    [Fact]
    public void Quotes_may_hold_separators_and_line_breaks_and_lines_are_still_counted()
    {
        var reading = Files.Read(
            "day,\"how, today\",pain\n2026-01-01,\"a\nb\",3\n2026-01-02,\"say \"\"ow\"\"\",99\n",
            Files.PainMap
        );
        Assert.Equal(["2026-01-01=3"], reading.Values());
        Assert.Equal(["4 off-the-scale"], reading.Why());
        Assert.Equal(["how, today"], reading.LeftOut);
    }

    [Fact]
    public void Blank_lines_are_skipped_and_counted() =>
        Assert.Equal(["4 off-the-scale"], Files.Read("day,pain\n\n2026-01-01,3\n2026-01-02,99\n", Files.PainMap).Why());

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    public void The_encoding_is_found_out(string encoding, bool mark)
    {
        var text = Encoding.GetEncoding(encoding);
        byte[] file =
        [
            .. mark ? text.GetPreamble() : [],
            .. text.GetBytes("day,müde,señal\n2026-01-01,3,naïve café\n2026-01-02,4,große Übelkeit\n"),
        ];
        var reading = Files.Read(file, Files.Map(("müde", """{"measure": "fatigue"}""")));
        Assert.Equal(["2026-01-01=3", "2026-01-02=4"], reading.Values());
        Assert.Equal(["señal"], reading.LeftOut);
    }

    [Theory]
    [InlineData(",", "\n"), InlineData(",", "\r\n"), InlineData(";", "\r\n"), InlineData("\t", "\n")]
    public void Separator_and_line_end_are_found_out(string separator, string end)
    {
        var reading = Files.Read(
            Three.Replace(",", separator, StringComparison.Ordinal).Replace("\n", end, StringComparison.Ordinal),
            Files.PainMap
        );
        Assert.Equal(3, reading.Values().Count());
        Assert.Empty(reading.Refused);
    }

    [Fact]
    public void A_day_twice_keeps_both_values() =>
        Assert.Equal(
            ["2026-01-01=3", "2026-01-01=5"],
            Files.Read("day,pain\n2026-01-01,3\n2026-01-01,5\n", Files.PainMap).Values()
        );

    [Fact]
    public void A_short_or_long_row_is_refused_and_the_others_are_read()
    {
        var reading = Files.Read("day,pain\n2026-01-01,3\n2026-01-02\n2026-01-03,4,5\n2026-01-04,6\n", Files.PainMap);
        Assert.Equal(["3 wrong-number-of-cells", "4 wrong-number-of-cells"], reading.Why());
        Assert.Equal(["2026-01-01=3", "2026-01-04=6"], reading.Values());
    }

    [Fact]
    public void Days_that_cannot_be_are_refused()
    {
        var reading = Files.Read(
            "day,pain\n1601-01-01,3\n2026-02-30,3\n2027-01-01,3\n,3\n2026-11-22,3\n",
            Files.PainMap
        );
        Assert.Equal(["2 before-1900", "3 not-a-date", "4 day-to-come", "5 not-a-date"], reading.Why());
        Assert.Equal(["2026-11-22=3"], reading.Values());
    }

    [Fact]
    public void Of_three_kinds_of_dates_the_commonest_is_read_and_the_others_refused()
    {
        var map = """{"date": {"column": "day"}, "columns": {"pain": {"measure": "pain"}}}""";
        var reading = Files.Read(
            "day,pain\n2026-01-01,1\n2026-01-02,2\n2026-01-03,3\n14.01.2026,4\n15.01.2026,5\n01/16/2026,6\n",
            map
        );
        Assert.Equal(3, reading.Values().Count());
        Assert.Equal(["5 not-a-date", "6 not-a-date", "7 not-a-date"], reading.Why());
    }

    [Fact]
    public void Day_and_month_that_could_be_swapped_are_not_guessed()
    {
        var map = """{"date": {"column": "day"}, "columns": {"pain": {"measure": "pain"}}}""";
        Assert.Equal(
            "two-date-formats",
            Assert.Throws<ImportException>(() => Files.Read("day,pain\n03/04/2026,1\n05/06/2026,2\n", map)).Why.Key
        );
        // the 25th settles it
        Assert.Equal(
            ["2026-04-03=1", "2026-06-25=2"],
            Files.Read("day,pain\n03/04/2026,1\n25/06/2026,2\n", map).Values()
        );
        Assert.Equal(
            ["2026-03-04=1", "2026-06-25=2"],
            Files.Read("day,pain\n03/04/2026,1\n06/25/2026,2\n", map).Values()
        );
    }

    [Theory]
    [InlineData("""{"date": {"column": "when"}, "columns": {"pain": {"measure": "pain"}}}""", "no-such-column")]
    [InlineData("""{"date": {"column": "day"}, "columns": {"pian": {"measure": "pain"}}}""", "no-such-column")]
    [InlineData(
        """{"date": {"column": "day"}, "columns": {"pain": {"measure": "pain", "region": "tail"}}}""",
        "no-such-region"
    )]
    [InlineData(
        """{"date": {"column": "day"}, "columns": {"pain": {"measure": "pain", "scale": [10, 0]}}}""",
        "bad-scale"
    )]
    [InlineData("""{"date": {"column": "day"}, "columns": {"pain": {"measure": "pain", "scale": [1]}}}""", "bad-scale")]
    [InlineData(
        """{"date": {"column": "day", "format": "zzz%"}, "columns": {"pain": {"measure": "pain"}}}""",
        "not-a-date-format"
    )]
    [InlineData(
        """{"date": {"column": "day"}, "decimal_mark": "'", "columns": {"pain": {"measure": "pain"}}}""",
        "bad-map"
    )]
    [InlineData("""{"date": {"column": "day"}, "columns": {"pain": {"mesure": "pain"}}}""", "bad-map")]
    [InlineData("""{"columns": {}}""", "bad-map")]
    [InlineData("not json", "bad-map")]
    [InlineData("null", "bad-map")]
    public void A_map_that_does_not_fit_is_refused_as_a_whole(string map, string why) =>
        Assert.Equal(why, Assert.Throws<ImportException>(() => Files.Read(Three, map)).Why.Key);

    [Fact]
    public void A_table_without_a_map_is_not_guessed_at() =>
        Assert.Equal("needs-map", Assert.Throws<ImportException>(() => Files.Read(Three)).Why.Key);
}
