using Inomya.Importing;
using NodaTime;

namespace Inomya.Tests.Importing.Apps;

public class WeatherFileTests
{
    private const string Hourly =
        """{"latitude":40.4,"longitude":-3.7,"utc_offset_seconds":7200,"timezone":"Europe/Madrid","hourly_units":{"time":"iso8601","temperature_2m":"°C","pressure_msl":"hPa","surface_pressure":"hPa","precipitation":"inch","wind_speed_10m":"m/s"},"hourly":{"time":["2026-01-10T02:00","2026-01-10T03:00"],"temperature_2m":[6.1,null],"pressure_msl":[1009.1,null],"surface_pressure":[940.5,null],"precipitation":[1,null],"wind_speed_10m":[10,null]}}""";

    private const string Daily =
        """{"latitude":40.4,"utc_offset_seconds":7200,"daily_units":{"time":"iso8601","temperature_2m_max":"°C","temperature_2m_mean":"°F","precipitation_sum":"mm","weather_code":"wmo code","wind_speed_10m_mean":"knots","sunrise":"iso8601"},"daily":{"time":["2026-03-29","2026-03-30"],"temperature_2m_max":[11.4,null],"temperature_2m_mean":[50,null],"precipitation_sum":[0.40,null],"weather_code":[3,null],"wind_speed_10m_mean":[4,null],"sunrise":["2026-03-29T07:00",null]}}""";

    [Fact]
    public void The_hours_are_of_one_offset_in_winter_too()
    {
        var reading = AppFiles.Read(Hourly, "weather.json").Streams[("outdoor_temperature", "Open-Meteo")].Single();
        Assert.Equal((Instant.FromUtc(2026, 1, 10, 0, 0), 6.1), (reading.Start, reading.Value));
    }

    [Fact]
    public void Values_come_in_the_unit_of_the_measure_and_rain_is_of_the_hour_before()
    {
        var streams = AppFiles.Read(Hourly, "weather.json").Streams;
        Assert.Equal(25.4, streams[("precipitation", "Open-Meteo")].Single().Value);
        Assert.Equal(36, streams[("wind_speed", "Open-Meteo")].Single().Value);
        var rain = streams[("precipitation", "Open-Meteo")].Single();
        Assert.Equal(Duration.FromHours(1), rain.End - rain.Start);
    }

    [Fact]
    public void The_pressure_is_the_one_at_sea_level_and_nothing_is_no_value()
    {
        var read = AppFiles.Read(Hourly, "weather.json");
        Assert.Equal(1009.1, read.Streams[("air_pressure", "Open-Meteo")].Single().Value);
        Assert.Equal(["hourly: null 1", "surface_pressure 1"], read.Passed());
        Assert.Equal(2, read.Rows);
    }

    [Fact]
    public void A_day_keeps_its_unit_or_takes_that_of_our_measure()
    {
        var read = AppFiles.Read(Daily, "weather.json");
        Assert.Equal(
            [
                "03-29 own_open_meteo_temperature_2m_max=11.4 Cel",
                "03-29 outdoor_temperature=10 Cel",
                "03-29 precipitation=0.4 mm",
            ],
            read.Values()
        );
        Assert.Equal(["daily: null 1", "sunrise 1", "weather_code 1"], read.Passed());
        Assert.Equal(["1 unknown-unit wind_speed_10m_mean"], read.Why());
    }

    [Fact]
    public void What_is_there_by_hour_is_not_taken_by_day_again()
    {
        var both = Hourly[..^1] + "," + Daily[Daily.IndexOf("\"daily_units\"", StringComparison.Ordinal)..];
        var read = AppFiles.Read(both, "weather.json");
        Assert.Equal(["03-29 own_open_meteo_temperature_2m_max=11.4 Cel"], read.Values());
        Assert.Contains("precipitation_sum 1", read.Passed());
    }

    [Fact]
    public void Seconds_are_read_as_well_and_what_cannot_be_is_refused()
    {
        var read = AppFiles.Read(
            """{"latitude":1,"utc_offset_seconds":3600,"hourly_units":{"temperature_2m":"°C"},"hourly":{"time":[1768003200,"noon",1768010400],"temperature_2m":[5,6,"warm"]}}""",
            "weather.json"
        );
        Assert.Equal(
            Instant.FromUtc(2026, 1, 10, 0, 0),
            read.Streams[("outdoor_temperature", "Open-Meteo")].Single().Start
        );
        Assert.Equal(["2 not-a-date hourly", "3 not-a-number temperature_2m"], read.Why());
    }

    [Fact]
    public void A_file_without_its_offset_or_its_end_is_told_to_be_broken()
    {
        Assert.Throws<ImportException>(() =>
            AppFiles.Read(Hourly.Replace("7200", "\"x\"", StringComparison.Ordinal), "w.json")
        );
        Assert.Throws<ImportException>(() => AppFiles.Read(Hourly[..^20], "w.json"));
    }

    [Theory]
    [InlineData("date,tavg,tmin,tmax,prcp,snow,wdir,wspd,wpgt,pres,tsun\n")]
    [InlineData("")]
    public void The_days_of_a_station_have_a_header_or_none(string header)
    {
        var read = AppFiles.Read(
            header
                + "2026-06-28,19.4,13.1,25.2,0.0,,240.0,9.7,,1014.2,\n2026-06-29,,,,,,,,,,\n2026-06-30,hot,13,25,1,,,,,,\n",
            "08221.csv"
        );
        Assert.Equal(
            [
                "06-28 outdoor_temperature=19.4 Cel",
                "06-28 own_meteostat_tmin=13.1 Cel",
                "06-28 own_meteostat_tmax=25.2 Cel",
                "06-28 precipitation=0 mm",
                "06-28 own_meteostat_wdir=240 deg",
                "06-28 wind_speed=9.7 km/h",
                "06-28 air_pressure=1014.2 hPa",
            ],
            read.Values().Take(7)
        );
        Assert.Equal((3, "date 1"), (read.Rows, Assert.Single(read.Passed())));
        Assert.Equal([$"{(header.Length > 0 ? 4 : 3)} not-a-number tavg"], read.Why());
    }

    [Fact]
    public void A_value_that_cannot_be_meant_is_refused() =>
        Assert.Equal(
            ["2 not-plausible pres"],
            AppFiles.Read("date,tavg,tmin,tmax,prcp,pres\n2026-06-28,19.4,,,,9999\n").Why()
        );

    [Fact]
    public void A_table_of_numbers_is_no_weather() =>
        Assert.Null(AppFiles.FormatOf("2026-06-28,1,2,3,4,5,6,7,8,9,10\n", "a.csv"));
}
