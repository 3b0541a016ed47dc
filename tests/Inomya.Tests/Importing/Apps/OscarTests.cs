namespace Inomya.Tests.Importing.Apps;

public class OscarTests
{
    [Fact]
    public void A_night_belongs_to_the_day_it_ended_on()
    {
        var read = AppFiles.Read(
            "Date,Session Count,Start,End,Total Time,AHI,CA Count,Median Pressure,95% Pressure\n2026-05-15,1,2026-05-15T22:11:06,2026-05-16T03:49:06,05:38:00,0.533,1,6.72,7.42\n"
        );
        Assert.Equal(
            [
                "05-16 own_oscar_total_time=5.633 h",
                "05-16 own_oscar_ahi=0.533 /h",
                "05-16 own_oscar_median_pressure=6.72 cm[H2O]",
                "05-16 own_oscar_95_pressure=7.42 cm[H2O]",
            ],
            read.Values()
        );
        Assert.Equal(["CA Count 1"], read.Passed());
    }

    [Fact]
    public void The_index_of_a_session_is_none_of_a_night_and_events_are_counted()
    {
        var sessions = AppFiles.Read(
            "Date,Session,Start,End,Total Time,AHI\n2026-05-15,17,2026-05-15T22:11:06,2026-05-16T03:49:06,05:38:00,0.5\n"
        );
        Assert.Equal(["05-16 own_oscar_total_time=5.633 h"], sessions.Values());
        Assert.Equal(["AHI 1"], sessions.Passed());
        var events = AppFiles.Read(
            "DateTime,Session,Event,Data/Duration\n2026-05-16T03:26:54,17,ClearAirway,14.00\n2026-05-16T03:26:59,17,ClearAirway,9.00\n"
        );
        Assert.Equal(["ClearAirway 2"], events.Passed());
    }

    [Fact]
    public void What_cannot_be_read_is_refused_by_line()
    {
        var read = AppFiles.Read(
            "Date,Session Count,Start,End,Total Time,AHI\n2026-05-15,1,2026-05-15T22:11:06,later,05:38:00,0.5\n2026-05-15,1,2026-05-15T22:11:06,2026-05-16T03:49:06,long,few\n"
        );
        Assert.Equal(["2 not-a-date End", "3 not-a-time Total Time", "3 not-a-number AHI"], read.Why());
    }
}
