using NodaTime;
using NodaTime.Text;

namespace Inomya.Importing.Devices;

/// <summary>Nights of Polar Flow: sleep_result_*.json with the lengths of the stages, nightly_recovery_*.json with the pulse.</summary>
internal sealed class PolarNights()
    : JsonListFormat(PolarDays.Maker, "night", $"{Hypnogram}.deviceId", $"{Hypnogram}.birthday", "evaluation.age")
{
    private const string Hypnogram = "sleepResult.hypnogram",
        Phases = "evaluation.phaseDurations";

    private static readonly (Measured Measure, string Field)[] Parts =
    [
        (Measured.SleepHours, "evaluation.asleepDuration"),
        (Measured.SleepInBed, "evaluation.sleepSpan"),
        (Measured.SleepLight, $"{Phases}.light"),
        (Measured.SleepDeep, $"{Phases}.deep"),
        (Measured.SleepRem, $"{Phases}.rem"),
        (Measured.SleepAwake, $"{Phases}.wake"),
    ];

    public override string Id => "polar-nights";

    public override bool Recognises(BroughtFile file) =>
        JsonFile.Names(file, "night", "sleepResult") || JsonFile.Names(file, "night", "meanNightlyRecoveryRmssd");

    protected override void Read(JsonRecord record)
    {
        if (record.Has("meanNightlyRecoveryRmssd"))
            record.Keep(Measured.HrvRmssd, "meanNightlyRecoveryRmssd", record.WholeDay("night"));
        else if (record.Has(Hypnogram))
            ReadSleep(record);
    }

    private static void ReadSleep(JsonRecord record)
    {
        var night = Stretch.Between(record.Moment($"{Hypnogram}.sleepStart"), record.Moment($"{Hypnogram}.sleepEnd"));
        foreach (var (measure, field) in Parts)
            if (record.Text(field) is { } written && night is { } when)
                Keep(record, measure, field, when, written);
    }

    /// <summary>"PT7H12M30S".</summary>
    private static void Keep(JsonRecord record, Measured measure, string field, Stretch night, string written)
    {
        if (PeriodPattern.NormalizingIso.Parse(written) is { Success: true, Value: { HasDateComponent: false } length })
            record.Keep(measure, field, night, length.ToDuration().TotalHours, "h");
        else
            record.Refuse(Vocabulary.RefusalReason.NotANumber, written, field);
    }
}
