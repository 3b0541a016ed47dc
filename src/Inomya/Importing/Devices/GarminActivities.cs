namespace Inomya.Importing.Devices;

/// <summary>*summarizedActivities.json of Garmin's export: how long a training was, and its mean pulse.</summary>
/// <remarks>Its steps, distance and energy are in the sums of the day already.</remarks>
internal sealed class GarminActivities()
    : JsonListFormat(GarminDays.Maker, "activityId", "uuidMsb", "uuidLsb", "name", "userProfileId", "timeZoneId")
{
    private const double Milliseconds = 1000;

    public override string Id => "garmin-activities";

    public override bool Recognises(BroughtFile file) => JsonFile.Names(file, "summarizedActivitiesExport");

    protected override IReadOnlySet<string> Lists { get; } = new HashSet<string> { "summarizedActivitiesExport" };

    protected override void Read(JsonRecord record)
    {
        var start = record.SinceEpoch(record.Has("startTimeGmt") ? "startTimeGmt" : "beginTimestamp", Milliseconds);
        if (record.Length("duration", "ms") is not { } length || Stretch.Lasting(start, length) is not { } when)
            return;
        record.Keep(Measured.ExerciseMinutes, "duration", when, length.TotalMinutes);
        record.Keep(Measured.HeartRate, "avgHr", when);
    }
}
