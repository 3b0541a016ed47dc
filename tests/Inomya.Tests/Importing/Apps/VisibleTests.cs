namespace Inomya.Tests.Importing.Apps;

public class VisibleTests
{
    private const string Header = "observation_date,tracker_name,tracker_category,observation_value \n";

    [Fact]
    public void Header_and_rows_may_end_in_a_space() =>
        Assert.Equal(
            ["05-22 own_sleep=2 of 0-3", "05-21 own_migraine=0 of 0-3", "05-21 fog=1 of 0-3"],
            AppFiles
                .Read(
                    Header + "2026-05-22,Sleep,Sleep,2 \n2026-05-21,Migraine,Pain,0 \n2026-05-21,Brain Fog,Brain,1 \n"
                )
                .Values()
        );

    [Fact]
    public void Semicolons_with_decimal_commas_are_the_same_file() =>
        Assert.Equal(
            ["05-22 own_visible_hr_variability=49.5", "05-22 resting_heart_rate=62 /min", "05-21 fatigue=3 of 0-3"],
            AppFiles
                .Read(
                    Header.Replace(',', ';')
                        + "2026-05-22;HR Variability;Measurement;49,5 \n2026-05-22;Resting HR;Measurement;62 \n2026-05-21;Fatigue;General;3 \n"
                )
                .Values()
        );

    [Fact]
    public void A_crash_is_yes_or_a_no_that_was_given_and_words_stay_words()
    {
        var read = AppFiles.Read(
            Header
                + "2026-05-21,Crash,Experience,1 \n2026-05-21,Infection,Experience,0 \n2026-05-21,Note,Note,slept \n2026-05-21,Where,Mine,at home \n"
        );
        Assert.Equal(
            ["05-21 own_visible_crash=1", "05-21 own_visible_infection=0", "05-21 own_mine_where=at home"],
            read.Values()
        );
        Assert.Equal(["05-21 slept"], read.Notes());
    }

    [Fact]
    public void What_cannot_be_meant_is_refused_by_line()
    {
        var read = AppFiles.Read(
            Header
                + "2026-05-21,Pain,Pain,4 \n2026-05-21,Resting HR,Measurement,fast \n2026-05-21,Crash,Experience,2 \nyesterday,Pain,Pain,1 \n2026-05-21,,Pain,1 \n2026-05-21,Pain,Pain, \n"
        );
        Assert.Equal(
            [
                "2 off-the-scale Pain",
                "3 not-a-number observation_value",
                "4 not-yes-or-no Crash",
                "5 not-a-date observation_date",
                "6 no-name",
            ],
            read.Why()
        );
        Assert.Equal(["observation_date 1"], read.Passed());
        Assert.Empty(read.Entries());
    }
}
