using Inomya.Importing;
using Inomya.Journals;

namespace Inomya.Tests.Importing.Apps;

public class BearableTests
{
    private const string Header = "date,weekday,time of day,category,rating/amount,detail,notes\n";

    private static ImportSink Read(params string[] rows) =>
        AppFiles.Read(Header + string.Concat(rows.Select(r => $"\"24th Mar 2026\",\"Tuesday\",{r}\n")));

    [Fact]
    public void It_is_recognised_in_both_its_layouts()
    {
        Assert.Equal("bearable", AppFiles.FormatOf(Header)?.Id);
        Assert.Equal(
            "bearable",
            AppFiles.FormatOf(Header.Replace("date,", "date,date formatted,", StringComparison.Ordinal))?.Id
        );
    }

    [Fact]
    public void A_symptom_keeps_its_scale_of_1_to_3_and_loses_the_word_for_its_number()
    {
        var read = Read(
            "am,Symptom,2,Back (lower) pain (Moderate),",
            "pm,Symptom,1,Brain fog (Mild),",
            "pm,Symptom,0,Headache (None),"
        );
        Assert.Equal(["03-24 own_back_lower_pain=2 of 1-3", "03-24 fog=1 of 1-3"], read.Values());
        Assert.Equal(["4 off-the-scale Headache"], read.Why());
        Assert.Equal("Back (lower) pain", Assert.Single(read.Facts.OfType<OwnMeasure>()).Name);
    }

    [Fact]
    public void A_symptom_without_a_number_was_there_and_nobody_said_how_much() =>
        Assert.Equal(["03-24 own_symptom_headache=1"], Read(",Symptom,,Headache,").Values());

    [Fact]
    public void Mood_energy_and_sleep_quality_stay_on_their_scales() =>
        Assert.Equal(
            [
                "03-24 mood=6 of 1-10",
                "03-24 own_mood_detail=Meh | Anxious",
                "03-24 own_energy=3 of 1-5",
                "03-24 sleep_quality=4 of 1-5",
            ],
            Read("8:05,Mood,6,Meh | Anxious,", "14:01,Energy,3,OK,", ",Sleep quality,4,Good,").Values()
        );

    [Fact]
    public void An_hour_before_the_end_of_the_day_belongs_to_the_day_before()
    {
        var entry = Assert.Single(Read("1:20,Energy,3,OK,").Entries());
        Assert.Equal((23, "Europe/Madrid"), (entry.Day.Day, entry.Zone));
    }

    [Fact]
    public void A_night_is_from_when_to_when_and_its_bed_is_left_where_it_is_of_another()
    {
        var read = Read(
            ",Sleep,9:45,Asleep 02:45 - 12:30. In bed 02:15 - 13:15. Nap 4h (mid),",
            ",Sleep,7:00,Asleep 12:15 - 19:15. In bed 02:00 - 12:30. Nap (mid),",
            ",Sleep,8:30,Asleep 23:00 - 07:30,",
            ",Sleep,6:30,,",
            ",Sleep,long,,"
        );
        Assert.Equal(
            [
                "Asleep 23 23:00-24 07:30",
                "InBed 24 02:15-24 13:15",
                "Asleep 24 02:45-24 12:30",
                "Asleep 24 12:15-24 19:15",
            ],
            read.Nights()
        );
        Assert.Equal(["03-24 sleep_nap=4 h", "03-24 sleep_hours=6.5 h"], read.Values());
        Assert.Equal(["6 not-a-time rating/amount"], read.Why());
    }

    [Fact]
    public void A_medicine_is_a_name_an_amount_and_a_unit()
    {
        var read = Read("22:04,Meds/Supplements,1.5,Medicine B (tablets),", "am,Meds/Supplements,some,Tea,");
        Assert.Equal(["03-24 Medicine B Taken 1.5 tablets", "03-24 Tea Taken   some"], read.Intakes());
    }

    [Fact]
    public void Factors_are_yes_and_other_categories_words_or_passed_over_by_name()
    {
        var read = Read(
            "am,Factors,,Low activity | With family,",
            "all day,Gratitudes,,The sun,",
            "14:39,Bowel Movements,None,,",
            "am,Hobbies,2,Chess,"
        );
        Assert.Equal(
            ["03-24 own_factors_low_activity=1", "03-24 own_factors_with_family=1", "03-24 own_bowel_movements=None"],
            read.Values()
        );
        Assert.Equal(["03-24 The sun"], read.Notes());
        Assert.Equal(["Hobbies 1"], read.Passed());
    }

    [Fact]
    public void A_row_is_the_same_in_both_layouts()
    {
        var old = Read("am,Symptom,2,Pain (Moderate),a note");
        var later = AppFiles.Read(
            Header.Replace("date,", "date,date formatted,", StringComparison.Ordinal)
                + "24th Mar 2026,2026-03-24,Tuesday,am,Symptom,2,Pain (Moderate),a note\n"
        );
        Assert.Equal(old.Facts.Select(f => f.Id), later.Facts.Select(f => f.Id));
        Assert.Equal(["03-24 a note"], later.Notes());
    }

    [Fact]
    public void What_cannot_be_read_is_refused_by_line()
    {
        var read = AppFiles.Read(
            Header
                + "31st Feb 2026,x,am,Symptom,2,Pain (Moderate),\n"
                + "24th Mar 2026,x,25:99,Symptom,2,Pain (Moderate),\n"
                + "24th Mar 2026,x,am,Symptom,two,Pain (Moderate),\n"
                + "24th Mar 2026,x,am\n"
                + "24th Dec 2026,x,am,Symptom,2,Pain (Moderate),\n"
        );
        Assert.Equal(
            [
                "5 wrong-number-of-cells",
                "2 not-a-date date",
                "3 not-a-time time of day",
                "4 not-a-number rating/amount",
                "6 day-to-come date",
            ],
            read.Why()
        );
        Assert.Empty(read.Entries());
    }
}
