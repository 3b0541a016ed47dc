namespace Inomya.Tests.Importing.Apps;

public class FlaredownMailTests
{
    private const string Header =
        "Date,Fibromyalgia,Fatigue,Fatigue,Muscle pain,Medicine A,Medicine B,Tags,Foods,Weather summary,Weather max temperature,Weather pressure,Weather humidity\n";

    private const string File =
        Header
        + "2026-06-29,3,2,1,,3 x 5mg,150.0 mcg,stressed; slept badly,banana; milk,rain,69.0,1012.0,66.0\n"
        + "2026-06-30,0,,,1,Not Taken,Taken,,,,,,\n"
        + "2026-07-01,,,,,,,,,,,,\n";

    [Fact]
    public void Ratings_stay_0_to_4_and_a_condition_may_have_the_name_of_a_symptom() =>
        Assert.Equal(
            [
                "06-29 own_fibromyalgia=3 of 0-4",
                "06-29 fatigue=2 of 0-4",
                "06-29 fatigue=1 of 0-4",
                "06-29 own_tags_stressed=1",
                "06-29 own_tags_slept_badly=1",
                "06-29 own_foods_banana=1",
                "06-29 own_foods_milk=1",
                "06-29 own_weather_summary=rain",
                "06-29 own_weather_max_temperature=69 [degF]",
                "06-29 air_pressure=1012 hPa",
                "06-29 air_humidity=66 %",
                "06-30 own_fibromyalgia=0 of 0-4",
                "06-30 own_muscle_pain=1 of 0-4",
            ],
            AppFiles.Read(File).Values()
        );

    [Fact]
    public void A_treatment_is_taken_skipped_or_a_dose_as_it_is_written() =>
        Assert.Equal(
            [
                "06-29 Medicine A Taken   3 x 5mg",
                "06-29 Medicine B Taken 150 mcg",
                "06-30 Medicine A Skipped",
                "06-30 Medicine B Taken",
            ],
            AppFiles.Read(File).Intakes()
        );

    [Fact]
    public void A_day_on_which_nothing_was_given_is_named_and_nothing_is_zero() =>
        Assert.Equal(["Date 1"], AppFiles.Read(File).Passed());

    [Fact]
    public void What_is_no_step_of_the_scale_is_refused_by_line_and_column()
    {
        var read = AppFiles.Read(
            Header + "2026-06-29,3,7,1,2,Taken,,,,,,,\n2026-06-30,bad,2,1,1,,,,,,,,\n,1,1,1,1,,,,,,,,\n"
        );
        Assert.Equal(["2 off-the-scale Fatigue", "3 off-the-scale Fibromyalgia", "4 not-a-date Date"], read.Why());
    }
}
