using NodaTime;

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
        if (record.Number("duration") is not { } duration)
            return;
        if (duration is < 0 or > NodaConstants.MillisecondsPerWeek)
            record.Refuse(Vocabulary.RefusalReason.NotPlausible, $"{duration}", "duration");
        else if (Stretch.Lasting(start, Duration.FromMilliseconds(duration)) is { } when)
        {
            record.Keep(Measured.ExerciseMinutes, "duration", when, duration, "ms");
            record.Keep(Measured.HeartRate, "avgHr", when);
        }
    }
}
