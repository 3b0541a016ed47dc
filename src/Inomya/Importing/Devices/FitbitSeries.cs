using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>The tables of Google Takeout's "Physical Activity": a moment in UTC, a value, and who measured it.</summary>
/// <remarks>The tables of days write T00:00:00Z for the person's day, not for a moment of UTC.</remarks>
internal sealed class FitbitSeries() : DeviceTable(FitbitSleep.Maker, "timestamp", "data source")
{
    private const string Time = "timestamp",
        OfDays = "daily_";

    private static readonly Duration Minute = Duration.FromMinutes(1);

    private static readonly (string Column, Measured Measure, string Unit, Duration Length)[] Columns =
    [
        ("steps", Measured.Steps, "", Minute),
        ("distance", Measured.Distance, "", Minute),
        ("weight grams", Measured.Weight, "g", Duration.Zero),
        ("beats per minute", Measured.HeartRate, "", Duration.Zero),
    ];

    public override string Id => "fitbit-series";

    protected override bool Recognises(BroughtFile file, CsvTable table) => HasAll(table, "timestamp", "data source");

    protected override void Read(TableRecord row)
    {
        var device = row.Device("data source");
        if (row.FileName.StartsWith(OfDays, StringComparison.Ordinal))
            ReadDay(row, device);
        else if (Array.Find(Columns, c => row.Has(c.Column)) is { Measure: not null } column && !IsLive(row))
            row.Keep(
                column.Measure,
                column.Column,
                Stretch.Lasting(row.MomentUtc(Time), column.Length),
                column.Unit,
                device
            );
    }

    /// <summary>Of the tables of days, only the pulse at rest is a measure.</summary>
    private static void ReadDay(TableRecord row, string device)
    {
        if (row.Has("beats per minute"))
            row.Keep(Measured.RestingHeartRate, "beats per minute", row.WholeDay(Time), device: device);
    }

    /// <summary>The steps of a walk by the second, which are in the table of steps too.</summary>
    private static bool IsLive(TableRecord row) => row.Has("distance millimeters");
}
