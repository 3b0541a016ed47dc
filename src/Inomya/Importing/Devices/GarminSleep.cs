namespace Inomya.Importing.Devices;

/// <summary>*_sleepData.json of Garmin's export: a night a record, with its sums, in GMT.</summary>
/// <remarks>A window that was never confirmed is when the person means to sleep, not when they slept.</remarks>
internal sealed class GarminSleep()
    : JsonListFormat(GarminDays.Maker, "calendarDate", "retro", "userProfilePk", "id", "sleepWindowConfirmationType")
{
    private const string Confirmation = "sleepWindowConfirmationType";

    private static readonly NightFields Sums = new(
        "s",
        null,
        null,
        "lightSleepSeconds",
        "deepSleepSeconds",
        "remSleepSeconds",
        "awakeSleepSeconds"
    );

    public override string Id => "garmin-sleep";

    public override bool Recognises(BroughtFile file) => JsonFile.Names(file, "sleepStartTimestampGMT");

    protected override void Read(JsonRecord record)
    {
        if (record.Text(Confirmation) is { } kind && kind.StartsWith("UNCONFIRMED", StringComparison.Ordinal))
        {
            record.PassOverWhole(kind);
            return;
        }
        var night = Stretch.Between(
            record.MomentUtc("sleepStartTimestampGMT"),
            record.MomentUtc("sleepEndTimestampGMT")
        );
        record.KeepNight(night, Sums, nap: false);
        record.Keep(Measured.Breathing, "averageRespiration", night);
        record.ForEach("napList", "napList", () => ReadNap(record));
    }

    private static void ReadNap(JsonRecord nap)
    {
        var when = Stretch.Between(nap.MomentUtc("napStartTimestampGMT"), nap.MomentUtc("napEndTimestampGMT"));
        if (when is not { } slept)
            return;
        if (nap.Has("napTimeSec"))
            nap.Keep(Measured.SleepNap, "napTimeSec", slept, "s");
        else
            nap.Keep(Measured.SleepNap, "nap", slept, (slept.End - slept.Start).TotalHours, "h");
    }
}
