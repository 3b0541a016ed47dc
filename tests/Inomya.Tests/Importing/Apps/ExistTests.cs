using Inomya.Importing;

namespace Inomya.Tests.Importing.Apps;

public class ExistTests
{
    private static ImportSink Read(string name, string values) =>
        AppFiles.Read(
            $"[{string.Join(",", values.Split(';').Select((v, i) => $$"""{"date":"2026-03-0{{i + 1}}","value":{{v}}}"""))}]",
            name
        );

    [Fact]
    public void A_file_is_one_attribute_and_nothing_is_no_value()
    {
        var read = Read("data_mood_2026.json", "4;null;9");
        Assert.Equal(["03-01 own_exist_mood=4", "03-03 own_exist_mood=9"], read.Values());
        Assert.Equal(["mood 1"], read.Passed());
        Assert.Equal(3, read.Rows);
    }

    [Fact]
    public void Steps_and_the_pulse_at_rest_are_ours() =>
        Assert.Equal(
            ["03-01 steps=8000 {steps}/d", "03-01 resting_heart_rate=61 /min"],
            [.. Read("steps.json", "8000").Values(), .. Read("data_heartrate_resting.json", "61").Values()]
        );

    [Fact]
    public void A_tag_is_yes_where_it_was_set_and_says_nothing_elsewhere()
    {
        var read = Read("data_headache_2026.json", "1;0;0");
        Assert.Equal(["03-01 own_tag_headache=1"], read.Values());
        Assert.Equal(["headache: 0 2"], read.Passed());
    }

    [Fact]
    public void A_note_is_a_note_and_other_words_stay_words()
    {
        Assert.Equal(["03-01 a day"], Read("data_mood_note_2026.json", "\"a day\"").Notes());
        Assert.Equal(["03-01 own_exist_weather_icon=rain"], Read("weather_icon.json", "\"rain\"").Values());
    }

    [Fact]
    public void Notes_of_two_attributes_are_two_notes_of_a_day() =>
        Assert.NotEqual(
            Read("data_mood_note_2026.json", "\"a\"").Facts.Single().Id,
            Read("data_work_note_2026.json", "\"a\"").Facts.Single().Id
        );

    [Fact]
    public void What_cannot_be_read_is_refused_by_its_number()
    {
        var read = AppFiles.Read(
            """[{"date":"2026-03-01","value":2},{"date":"2026-03-02","value":{}},{"date":"soon","value":1},{"value":1},5]""",
            "a.json"
        );
        Assert.Equal(["2 not-a-number a", "3 not-a-date date", "4 not-a-date date", "5 not-a-date date"], read.Why());
        Assert.Equal(5, read.Rows);
    }

    [Fact]
    public void A_file_that_is_cut_off_is_told_with_its_place() =>
        Assert.Equal(
            "broken-record",
            Assert
                .Throws<ImportException>(() => AppFiles.Read("""[{"date":"2026-03-01","value":2},{"da""", "a.json"))
                .Why.Key
        );
}
