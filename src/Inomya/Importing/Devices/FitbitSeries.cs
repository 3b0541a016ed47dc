using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>The tables of Google Takeout's "Physical Activity": a moment in UTC, a value, and who measured it.</summary>
/// <remarks>The tables of days write T00:00:00Z for the person's day, not for a moment of UTC.</remarks>
internal sealed class FitbitSeries() : DeviceTable(FitbitSleep.Maker, "timestamp", "data source")
{
    private const string OfDays = "daily_";

    private static readonly Duration Minute = Duration.FromMinutes(1);

    public override string Id => "fitbit-series";

    protected override bool Recognises(BroughtFile file, CsvTable table) => HasAll(table, "timestamp", "data source");

    protected override void Read(TableRecord row)
    {
        var device = row.Device("data source");
        if (row.Has("steps") && !row.Has("distance millimeters"))
            row.Keep(Measured.Steps, "steps", Stretch.Lasting(row.MomentUtc("timestamp"), Minute), device: device);
        else if (row.Has("distance"))
            row.Keep(Measured.Distance, "distance", Stretch.Lasting(row.MomentUtc("timestamp"), Minute), device: device);
        else if (row.Has("weight grams"))
            row.Keep(Measured.Weight, "weight grams", Stretch.At(row.MomentUtc("timestamp")), "g", device);
        else if (row.Has("beats per minute") && IsOfDays(row))
            row.Keep(Measured.RestingHeartRate, "beats per minute", row.WholeDay("timestamp"), device: device);
        else if (row.Has("beats per minute"))
            row.Keep(Measured.HeartRate, "beats per minute", Stretch.At(row.MomentUtc("timestamp")), device: device);
    }

    private static bool IsOfDays(TableRecord row) => row.FileName.StartsWith(OfDays, StringComparison.Ordinal);
}
