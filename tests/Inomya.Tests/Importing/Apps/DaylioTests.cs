using Inomya.Journals;

namespace Inomya.Tests.Importing.Apps;

public class DaylioTests
{
    private const string Header = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n";

    [Fact]
    public void Moods_are_1_to_5_whatever_the_language_or_the_clock()
    {
        var read = AppFiles.Read(
            "\uFEFF"
                + Header
                + "2026-03-10,x,x,6:50 pm,rad,,,,\n2026-03-09,x,x,18:50,Awful,,,,\n2026-03-08,x,x,8:00 p. m.,mal,,,,\n"
        );
        Assert.Equal(["03-10 mood=5 of 1-5", "03-09 mood=1 of 1-5", "03-08 mood=2 of 1-5"], read.Values());
        Assert.Equal(["18:50", "18:50", "20:00"], read.Entries().Select(e => $"{AppFiles.Clock(e.At!.Value):HH:mm}"));
    }

    [Fact]
    public void A_mood_of_ones_own_is_refused_by_line_and_the_rest_of_its_row_kept()
    {
        var read = AppFiles.Read(Header + "2026-03-10,x,x,18:50,Refreshed,sport,,,\n");
        Assert.Equal(["2 unknown-word mood"], read.Why());
        Assert.Equal(["03-10 own_activities_sport=1"], read.Values());
    }

    [Fact]
    public void What_the_person_says_of_a_word_counts_before_what_the_app_ships()
    {
        var read = AppFiles.Read(
            Header + "2026-03-10,x,x,18:50,refreshed,,,,\n2026-03-09,x,x,18:50,ok,,,,\n2026-03-08,x,x,18:50,best,,,,\n",
            words: new()
            {
                ["Refreshed"] = 4,
                ["ok"] = 2,
                ["best"] = 9,
            }
        );
        Assert.Equal(["03-10 mood=4 of 1-5", "03-09 mood=2 of 1-5"], read.Values());
        Assert.Equal(["4 off-the-scale mood"], read.Why());
    }

    [Fact]
    public void Activities_are_yes_scales_are_numbers_and_notes_are_notes()
    {
        var read = AppFiles.Read(
            Header
                + "2026-03-10,x,x,18:50,meh,\"work | good meal \",Stress:\u00a02 | Energy:\u00a0a lot,Title,a<br>b &amp; c\n"
        );
        Assert.Equal(
            [
                "03-10 mood=3 of 1-5",
                "03-10 own_activities_work=1",
                "03-10 own_activities_good_meal=1",
                "03-10 own_scales_stress=2",
            ],
            read.Values()
        );
        Assert.Equal(["03-10 Title\na\nb & c"], read.Notes());
        Assert.Equal(["2 not-a-number scales"], read.Why());
    }

    [Fact]
    public void What_is_written_after_midnight_is_of_the_day_before()
    {
        var read = AppFiles.Read(Header + "2026-03-10,x,x,1:23 am,rad,,,,\n2026-03-10,x,x,4:00 am,bad,,,,\n");
        Assert.Equal(["03-09 mood=5 of 1-5", "03-10 mood=2 of 1-5"], read.Values());
    }

    [Fact]
    public void Tonight_after_midnight_has_come_and_tomorrow_has_not()
    {
        var read = AppFiles.Read(Header + "2026-11-23,x,x,01:20,rad,,,,\n2026-11-23,x,x,05:00,bad,,,,\n");
        Assert.Equal(["11-22 mood=5 of 1-5"], read.Values());
        Assert.Equal(["3 day-to-come full_date"], read.Why());
    }

    [Fact]
    public void A_file_without_the_column_of_scales_is_read_too_and_an_entry_without_an_hour_is_a_day()
    {
        var read = AppFiles.Read(
            "full_date,date,weekday,time,mood,activities,note_title,note\n2026-03-10,x,x,,good,,,\n"
        );
        Assert.Null(Assert.Single(read.Entries()).At);
    }

    [Fact]
    public void A_broken_row_is_refused_by_line()
    {
        var read = AppFiles.Read(
            Header + "2026-02-30,x,x,20:00,good,,,,\n2026-03-01,x,x,tonight,good,,,,\n2026-03-01,x\n"
        );
        Assert.Equal(["4 wrong-number-of-cells", "2 not-a-date full_date", "3 not-a-time time"], read.Why());
        Assert.Empty(read.Facts.OfType<Entry>());
        Assert.Equal(3, read.Rows);
    }
}
