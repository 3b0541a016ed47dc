using System.Text;
using Inomya.Importing;

namespace Inomya.Tests.Importing;

/// <summary>Tables as programs write them: their separator, what stands above them, what they end with.</summary>
public class WrittenTablesTests
{
    private const string Any =
        """{"date": {"column": "Date"}, "columns": {"Pain": {"measure": "pain", "scale": [0, 10]}}}""";

    [Theory]
    [InlineData("sep=;\r\nDate;Pain\r\n01.03.2026;4\r\n13.03.2026;6\r\n")]
    [InlineData("\uFEFFsep=,\r\nDate,Pain\r\n2026-03-01,4\r\n2026-03-13,6\r\n")]
    [InlineData("\"sep=\t\"\r\nDate\tPain\r\n2026-03-01\t4\r\n2026-03-13\t6\r\n")]
    [InlineData("Date|Pain\n2026-03-01|4\n2026-03-13|6\n")]
    [InlineData("Date;\"Sleep, hours, last night\";Pain;\"From, app, or me\"\n2026-03-01;7,5;4;x\n2026-03-13;6;6;y\n")]
    [InlineData("Date;Sleep (hours, last night, from app);Pain\n2026-03-01;7;4\n2026-03-13;6;6\n")]
    [InlineData("Date\tPain\tSteps, per 1,000\n2026-03-01\t4\t7.5\n2026-03-13\t6\t6\n")]
    [InlineData("Note;Date;Pain;\"How\n(a, b)\"\n\"Rain, cold\";2026-03-01;4;1\n\"a\nb\";2026-03-13;6;2\n")]
    [InlineData("Date,Pain\n2026-03-01,4,\n2026-03-13,6,,\n")]
    [InlineData("Date,Pain,,\n2026-03-01,4,,\n2026-03-13,6,,\n,,,\n")]
    [InlineData("My diary,,\nGenerated 2026-03-15,,\n\nDate,Pain,Note\n2026-03-01,4,\n2026-03-13,6,\n")]
    [InlineData("My diary of this year\nDate;Pain;Note\n01.03.2026;4;\n13.03.2026;6;a, b, c\n")]
    [InlineData("Date;Pain;Sleep;Note\n01.03.2026;4;7,5;\n13.03.2026;6;6,5;\n")]
    [InlineData("Date,Pain,Note\r2026-03-01,4,\"old; mac\"\r2026-03-13,6,ok\r")]
    public void Two_days_are_read_from_it(string text)
    {
        var reading = Files.Read(text, Any);
        Assert.Equal(["2026-03-01=4", "2026-03-13=6"], reading.Values());
        Assert.Empty(reading.Refused);
    }

    [Theory]
    [InlineData("%PDF-1.7\n%binary", "is-pdf")]
    [InlineData(" {\"resourceType\": \"Bundle\"}", "is-record")]
    [InlineData("[ {\"day\": 1}]", "is-record")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?><a/>", "is-record")]
    public void What_is_surely_no_table_is_told_as_what_it_is(string text, string why) =>
        Assert.Equal(why, Assert.Throws<ImportException>(() => Files.Read(text, Any)).Why.Key);

    [Fact]
    public void A_column_may_be_called_in_brackets() =>
        Assert.Equal(["2026-03-01=4"], Files.Read("[note],Date,Pain\n,2026-03-01,4\n", Any).Values());

    [Theory]
    [InlineData("utf-16"), InlineData("utf-16BE")]
    public void Text_of_two_bytes_a_letter_needs_no_mark(string encoding) =>
        Assert.Equal(
            ["2026-03-01=4"],
            Files.Read(Encoding.GetEncoding(encoding).GetBytes("Date,Pain\n2026-03-01,4\n"), Any).Values()
        );

    [Fact]
    public void A_second_column_of_one_name_is_named_and_not_read()
    {
        var reading = Files.Read("Date,Pain,Pain,Other\n2026-03-01,4,9,1\n", Any);
        Assert.Equal(["2026-03-01=4"], reading.Values());
        Assert.Equal(["Other", "Pain (3)"], reading.LeftOut);
    }

    [Theory]
    [InlineData("Date,Pain,Note\n2026-03-01,4,\"never closed\n2026-03-02,5,ok\n2026-03-03,6,ok\n", "2")]
    [InlineData("Date,Pain,Note\n2026-03-01,4,ok\n2026-03-02,5,\"never closed", "3")]
    [InlineData("Date,Pain,Note\n2026-03-01,4,\"never closed\n2026-03-02,5,\"said\"\n2026-03-03,6,ok\n", "2")]
    public void A_quote_that_is_never_closed_is_told_with_its_line(string text, string line)
    {
        var refused = Assert.Throws<ImportException>(() => Files.Read(text, Any));
        Assert.Equal((ImportProblem.UnclosedQuote, line), (refused.Why, refused.Detail));
    }

    [Fact]
    public void Quotes_inside_words_close_nothing() =>
        Assert.Equal(
            3,
            Files
                .Read(
                    "Date;Pain;Note\n2026-03-01;4;\"said \"\"ouch\"\"; twice\"\n2026-03-02;5;a \"quoted\" word\n2026-03-03;6;5\" nail\n",
                    Any
                )
                .Values()
                .Count()
        );

    [Fact]
    public void Words_stand_for_the_values_that_the_map_gives_them()
    {
        const string Map = """
            {"date": {"column": "Date"}, "columns": {"Walk": {"measure": "Walk", "role": "binary",
             "words": {"yes_manual": 1, "YES_AUTO": 1, "NO": 0}, "not_recorded": ["UNKNOWN", "SKIP"]}}}
            """;
        var reading = Files.Read(
            "Date,Walk,\n2026-03-01,YES_MANUAL,\n2026-03-02,NO,\n2026-03-03,SKIP,\n2026-03-04,maybe,\n",
            Map
        );
        Assert.Equal(["2026-03-01=1", "2026-03-02=0"], reading.Values());
        Assert.Equal(["5 not-a-number"], reading.Why());
    }

    [Fact]
    public void A_diary_with_commas_in_its_numbers_needs_no_word_about_it() =>
        Assert.Equal(
            ["2026-03-01=4.5", "2026-03-02=6", "2026-03-13=3"],
            Files.Read("Date;Pain\r\n01.03.2026;4,5\r\n02.03.2026;6\r\n13.03.2026;3\r\n", Any).Values()
        );
}
