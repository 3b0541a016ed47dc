namespace Inomya.Importing.Devices;

/// <summary>UDSFile_*.json of Garmin's export: a day a record.</summary>
/// <remarks>The highest and the lowest pulse of a day are no pulse of the day and are passed over.</remarks>
internal sealed class GarminDays()
    : JsonListFormat(
        Maker,
        "userProfilePK",
        "uuid",
        "wellnessStartTimeGmt",
        "wellnessStartTimeLocal",
        "wellnessEndTimeGmt",
        "wellnessEndTimeLocal",
        "durationInMilliseconds",
        "version",
        "source",
        "restingHeartRateTimestamp",
        "dailyStepGoal"
    )
{
    public const string Maker = "Garmin";

    public override string Id => "garmin-days";

    public override bool Recognises(BroughtFile file) =>
        file.IsJson
        && (
            file.ShortName.StartsWith("UDSFile_", StringComparison.Ordinal)
            || JsonFile.Names(file, "calendarDate", "totalSteps")
        );

    protected override void Read(JsonRecord record)
    {
        if (record.Has("calendarDate"))
            record.Keep(
                record.WholeDay("calendarDate"),
                (Measured.Steps, "totalSteps"),
                (Measured.RestingHeartRate, "restingHeartRate"),
                (Measured.ActiveEnergy, "activeKilocalories"),
                (Measured.Distance, "totalDistanceMeters")
            );
    }
}
