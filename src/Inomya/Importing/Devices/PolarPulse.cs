using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>247ohr_*.json of Polar Flow: days, each with its pulse, in seconds since the day began on the wall.</summary>
internal sealed class PolarPulse() : JsonListFormat(PolarDays.Maker, "userId", "deviceId", "date")
{
    public override string Id => "polar-pulse";

    public override bool Recognises(BroughtFile file) =>
        JsonFile.Names(file, "deviceDays") && file.HeadText.AsSpan().TrimStart().StartsWith("{");

    protected override IReadOnlySet<string> Lists { get; } = new HashSet<string> { "deviceDays" };

    protected override void Read(JsonRecord record)
    {
        if (record.Day("date") is { } day)
            record.ForEach("samples", "samples", () => ReadSample(record, day.AtMidnight()));
    }

    private static void ReadSample(JsonRecord record, LocalDateTime midnight)
    {
        if (record.Length("secondsFromDayStart", "s") is { } since)
            record.Keep(
                Measured.HeartRate,
                "heartRate",
                Stretch.At(record.Days.At(midnight.PlusSeconds((long)since.TotalSeconds)).ToInstant())
            );
    }
}
