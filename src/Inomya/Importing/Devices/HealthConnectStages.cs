using System.Collections.Frozen;

namespace Inomya.Importing.Devices;

/// <summary>The stages of sleep of Android's Health Connect. "Unknown" is none.</summary>
internal static class HealthConnectStages
{
    public static FrozenDictionary<string, SleepStage> ByName { get; } =
        new Dictionary<string, SleepStage>
        {
            ["awake"] = SleepStage.Awake,
            ["sleeping"] = SleepStage.Asleep,
            ["out_of_bed"] = SleepStage.Awake,
            ["light"] = SleepStage.Light,
            ["deep"] = SleepStage.Deep,
            ["rem"] = SleepStage.Rem,
            ["awake_in_bed"] = SleepStage.Awake,
        }.ToFrozenDictionary();

    public static FrozenDictionary<string, SleepStage> ByNumber { get; } =
        new Dictionary<string, SleepStage>
        {
            ["1"] = SleepStage.Awake,
            ["2"] = SleepStage.Asleep,
            ["3"] = SleepStage.Awake,
            ["4"] = SleepStage.Light,
            ["5"] = SleepStage.Deep,
            ["6"] = SleepStage.Rem,
            ["7"] = SleepStage.Awake,
        }.ToFrozenDictionary();
}
