using Inomya.Journals;

namespace Inomya.Tests.Importing.Apps;

/// <summary>Sleep as Android and Sleepmeter.</summary>
public class SleepDiaryTests
{
    private const string Android =
        "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo";
    private const string Sleepmeter = "wake,sleep,bedtime,holes,type,dreams,aid,hindrances,tags,quality,notes\n";

    private static string Night(
        string id,
        string hours,
        string rating,
        string comment,
        string adjust,
        string rest = ""
    ) =>
        $"\"{id}\",\"Europe/Madrid\",\"1. 3. 2026 23:00\",\"2. 3. 2026 7:00\",\"\",\"{hours}\",\"{rating}\",\"{comment}\",\"10000\",\"60\",\"-1.0\",\"-1\",\"-1.0\",\"{adjust}\",\"\"{rest}\n";

    /// <summary>1 March 2026, 23:00 in Madrid.</summary>
    private const string Eleven = "1772402400000";

    [Fact]
    public void Each_night_has_a_header_of_its_own_and_its_stages_stand_behind_it()
    {
        var read = AppFiles.Read(
            Android
                + ",\"23:00\",\"23:10\",\"Event\",\"Event\"\n"
                + Night(
                    Eleven,
                    "8.000",
                    "3.5",
                    " #home #snore_2x well",
                    "0",
                    ",\"1.0\",\"DEEP_START-1772406000000\",\"DEEP_END-1772409600000\",\"REM_START-1772409600000-1\",\"LUX-1772409600000-9.0\""
                )
                + "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"652.8\",\"152.6\"\n"
                + Android
                + ",\"7:00\"\n"
                + Night("1772488800000", "7,500", "0.0", "Manually added", "-30", ",\"0.0\"")
        );
        Assert.Equal(
            [
                "InBed 01 23:00-02 07:00",
                "Deep 02 00:00-02 01:00",
                "Rem 02 01:00-02 07:00",
                "InBed 02 23:00-03 06:30",
                "Asleep 02 23:30-03 06:30",
            ],
            read.Nights()
        );
        Assert.Equal(
            [
                "03-02 sleep_quality=3.5 of 0-5",
                "03-02 own_sleep_as_android_snore=60 s",
                "03-02 own_comment_home=1",
                "03-02 own_comment_snore=1",
                "03-03 own_sleep_as_android_snore=60 s",
            ],
            read.Values()
        );
        Assert.Equal(["03-02 well", "03-03 Manually added"], read.Notes());
        Assert.Equal(["LUX 1", "Noise 1"], read.Passed());
        Assert.Equal(3, read.Rows);
    }

    [Fact]
    public void The_stars_of_a_nap_are_not_those_of_the_night() =>
        // 2 March, 15:00 in Madrid
        Assert.Contains(
            "03-02 own_nap=4 of 0-5",
            AppFiles.Read(Android + "\n" + Night("1772460000000", "1.000", "4.0", "", "0")).Values()
        );

    [Fact]
    public void A_night_without_a_beginning_or_a_length_is_refused_by_line()
    {
        var read = AppFiles.Read(
            Android
                + "\n"
                + Night("soon", "8.0", "0.0", "", "0")
                + Night(Eleven, "long", "0.0", "", "0")
                + Night(Eleven, "8.0", "good", "", "0")
                + "1,2\n"
        );
        Assert.Equal(
            ["5 wrong-number-of-cells", "2 not-a-date Id", "3 not-a-number Hours", "4 not-a-number Rating"],
            read.Why()
        );
    }

    [Fact]
    public void Holes_in_the_night_are_awake_and_lists_are_yes_by_the_names_the_person_gave()
    {
        var read = AppFiles.Read(
            "custom_aid_id,class,name\nCUSTOM_0001,HERBAL,\"warm \"milk\"\"\n\n"
                + Sleepmeter
                + "\"2026-03-02 07:00+0100\",\"2026-03-01 23:00+0100\",\"2026-03-01 22:50+0100\",60-120|180-240,NIGHT_SLEEP,NONE,CUSTOM_0001|MILK,PAIN,NONE,5,\"\"\n"
                + "\"2026-03-01 15:00+0100\",\"2026-03-01 14:00+0100\",\"2026-03-01 14:00+0100\",,NAP,GOOD:5:CHASE,NONE,NONE,NONE,10,\",\"\nand more\"\n"
        );
        Assert.Equal(
            [
                "InBed 01 14:00-01 15:00",
                "Asleep 01 14:00-01 15:00",
                "InBed 01 22:50-02 07:00",
                "Asleep 01 23:00-02 00:00",
                "Awake 02 00:00-02 01:00",
                "Asleep 02 01:00-02 02:00",
                "Awake 02 02:00-02 03:00",
                "Asleep 02 03:00-02 07:00",
            ],
            read.Nights()
        );
        Assert.Equal(
            [
                "03-02 sleep_quality=5 of 0-10",
                "03-02 own_aid_warm_milk=1",
                "03-02 own_aid_milk=1",
                "03-02 own_hindrances_pain=1",
                "03-01 own_nap=10 of 0-10",
            ],
            read.Values()
        );
        Assert.Equal(["03-01 ,\"\nand more"], read.Notes());
        Assert.Equal((2, "dreams 1"), (read.Rows, Assert.Single(read.Passed())));
        Assert.Contains(read.Facts.OfType<OwnMeasure>(), m => m.Name == "aid: warm \"milk\"");
    }

    [Fact]
    public void Who_woke_when_they_fell_asleep_did_not_sleep() =>
        Assert.Equal(
            ["InBed 01 22:50-02 07:00"],
            AppFiles
                .Read(
                    Sleepmeter
                        + "\"2026-03-02 07:00+0100\",\"2026-03-02 07:00+0100\",\"2026-03-01 22:50+0100\",,NIGHT_SLEEP,NONE,NONE,NONE,NONE,1,\"\"\n"
                )
                .Nights()
        );

    [Fact]
    public void A_broken_row_of_Sleepmeter_is_refused_by_line()
    {
        var read = AppFiles.Read(
            Sleepmeter
                + "no row at all\n"
                + "\"late\",\"x\",\"x\",,NIGHT_SLEEP,NONE,NONE,NONE,NONE,5,\"\"\n"
                + "\"2026-03-02 07:00+0100\",\"x\",\"2026-03-01 22:50+0100\",5,NIGHT_SLEEP,NONE,NONE,NONE,NONE,11,\"\"\n"
                + "\"2026-03-02 07:00+0100\",\"2026-03-02 09:00+0100\",\"y\",noon,NIGHT_SLEEP,NONE,NONE,NONE,NONE,well,\"\"\n"
        );
        Assert.Equal(
            [
                "2 wrong-number-of-cells",
                "3 not-a-date wake",
                "4 not-a-date sleep",
                "4 off-the-scale Sleep quality",
                "5 not-a-date bedtime",
                "5 not-a-time holes",
                "5 ends-before-it-starts sleep_stages",
                "5 not-a-number quality",
            ],
            read.Why()
        );
    }
}
