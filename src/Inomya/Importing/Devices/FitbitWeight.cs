using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>A weight of Fitbit: a day and an hour on the wall clock of the person.</summary>
internal static class FitbitWeight
{
    public static void Read(JsonRecord record, string unit)
    {
        var hour = DeviceTimes.TimeOf(record.Text("time") ?? "") ?? LocalTime.Noon;
        if (record.Day("date") is { } day)
            record.Keep(Measured.Weight, "weight", Stretch.At(record.Days.At(day + hour).ToInstant()), unit);
    }
}
