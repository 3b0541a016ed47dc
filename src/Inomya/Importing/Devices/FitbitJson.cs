using System.Text.RegularExpressions;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>
/// The lists in JSON of Fitbit's own export and of Google Takeout: steps, distance, pulse, pulse at rest, sleep, weight.
/// </summary>
/// <remarks>
/// The kind of a plain value stands in the name of the file only. Sleep and weight are on the wall clock of the person;
/// steps, distance and pulse are of UTC, but some exports have been seen with steps on the wall clock:
/// <see cref="FitbitClock"/> tells by the nights. Weights are in pounds whatever the profile says.
/// </remarks>
internal sealed partial class FitbitJson()
    : JsonListFormat(
        FitbitSleep.Maker,
        "logId",
        "dateOfSleep",
        "type",
        "infoCode",
        "mainSleep",
        "isMainSleep",
        "duration",
        "timeInBed",
        "efficiency",
        "minutesAwake",
        "minutesToFallAsleep",
        "minutesAfterWakeup",
        "logType",
        "source",
        "dateTime",
        "value.error",
        "levels.summary"
    )
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public override string Id => "fitbit-json";

    public override bool Recognises(BroughtFile file) =>
        file.IsJson
        && (
            Minutes().IsMatch(file.HeadText)
            || (JsonFile.Names(file, "logId") && IsList(file) && HasSleepOrWeight(file))
            || (IsList(file) && OwnName().IsMatch(file.ShortName))
        );

    private static bool IsList(BroughtFile file) => file.HeadText.AsSpan().TrimStart().StartsWith("[");

    private static bool HasSleepOrWeight(BroughtFile file) =>
        JsonFile.Names(file, "dateOfSleep") || JsonFile.Names(file, "weight");

    protected override void Prepare(JsonRecord record, BroughtFile file) =>
        record.IsLocal = MinutesOf.ContainsKey(file.ShortName.Split('-')[0]) && FitbitClock.IsLocal(file, record.Days);

    protected override void Read(JsonRecord record)
    {
        if (record.Has("startTime"))
            FitbitSleep.Read(record);
        else if (record.Has("weight"))
            FitbitWeight.Read(record, "lb");
        else if (record.Has("value.bpm"))
            ReadPulse(record);
        else if (record.Has("value.error"))
            ReadRest(record);
        else
            ReadMinute(record);
    }

    private static readonly Dictionary<string, (Measured Measure, string Unit)> MinutesOf = new()
    {
        ["steps"] = (Measured.Steps, ""),
        ["distance"] = (Measured.Distance, "cm"),
    };

    private static void ReadMinute(JsonRecord record)
    {
        var kind = record.FileName.Split('-')[0];
        if (!MinutesOf.TryGetValue(kind, out var of))
        {
            record.PassOverWhole(kind);
            return;
        }
        var start = record.IsLocal ? record.Moment("dateTime") : record.MomentUtc("dateTime");
        record.Keep(of.Measure, "value", Stretch.Lasting(start, Minute), of.Unit);
    }

    /// <summary>Confidence 0 is a device off the wrist.</summary>
    private static void ReadPulse(JsonRecord record)
    {
        if (record.Text("value.confidence") == "0")
            record.PassOverWhole("confidence 0");
        else
            record.Keep(Measured.HeartRate, "value.bpm", Stretch.At(record.MomentUtc("dateTime")));
    }

    /// <summary>Days to come and days without a night are there with a value of 0.</summary>
    private static void ReadRest(JsonRecord record)
    {
        if (record.Number("value.value") is not { } pulse)
            return;
        if (Measured.RestingHeartRate.IsNone(pulse))
            record.PassOver("value.value");
        else if (record.WholeDay("value.date") is { } day)
            record.Keep(Measured.RestingHeartRate, "value.value", day, pulse);
    }

    [GeneratedRegex("""^\s*\[\s*\{\s*"dateTime"\s*:\s*"\d\d/\d\d/\d\d """)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^(steps|distance|heart_rate|resting_heart_rate|sleep|weight)-\d{4}-\d\d-\d\d\.json$")]
    private static partial Regex OwnName();
}
