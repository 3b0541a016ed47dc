namespace Inomya.Importing.Devices;

/// <summary>A measure that devices give, with what they write where they measured nothing.</summary>
/// <param name="Id">Of the built-in measure.</param>
/// <param name="Unit">Its UCUM unit.</param>
/// <param name="ZeroIsNone">No living body has 0 of it: a device writes so what it did not see.</param>
internal sealed record Measured(string Id, string Unit, bool ZeroIsNone = false)
{
    /// <summary>What wrist devices write for noise.</summary>
    private const double NoiseFrom = 300;

    public static readonly Measured Steps = new("steps", "{steps}/d");
    public static readonly Measured HeartRate = new("heart_rate", "/min", ZeroIsNone: true);
    public static readonly Measured RestingHeartRate = new("resting_heart_rate", "/min", ZeroIsNone: true);
    public static readonly Measured HrvRmssd = new("hrv_rmssd", "ms", ZeroIsNone: true);
    public static readonly Measured HrvSdnn = new("hrv_sdnn", "ms", ZeroIsNone: true);
    public static readonly Measured Oxygen = new("oxygen_saturation", "%", ZeroIsNone: true);
    public static readonly Measured Breathing = new("respiratory_rate", "/min", ZeroIsNone: true);
    public static readonly Measured Weight = new("body_weight", "kg", ZeroIsNone: true);
    public static readonly Measured Temperature = new("body_temperature", "Cel", ZeroIsNone: true);
    public static readonly Measured Systolic = new("blood_pressure_systolic", "mm[Hg]", ZeroIsNone: true);
    public static readonly Measured Diastolic = new("blood_pressure_diastolic", "mm[Hg]", ZeroIsNone: true);
    public static readonly Measured Distance = new("walking_distance", "m");
    public static readonly Measured ActiveEnergy = new("active_energy", "kcal");
    public static readonly Measured ExerciseMinutes = new("exercise_minutes", "min");
    public static readonly Measured MindfulMinutes = new("mindful_minutes", "min");
    public static readonly Measured SleepHours = new("sleep_hours", "h");
    public static readonly Measured SleepInBed = new("sleep_in_bed", "h");
    public static readonly Measured SleepNap = new("sleep_nap", "h");
    public static readonly Measured SleepDeep = new("sleep_deep", "h");
    public static readonly Measured SleepRem = new("sleep_rem", "h");
    public static readonly Measured SleepLight = new("sleep_light", "h");
    public static readonly Measured SleepAwake = new("sleep_awake", "h");

    public static IReadOnlyList<Measured> All { get; } =
    [
        Steps,
        HeartRate,
        RestingHeartRate,
        HrvRmssd,
        HrvSdnn,
        Oxygen,
        Breathing,
        Weight,
        Temperature,
        Systolic,
        Diastolic,
        Distance,
        ActiveEnergy,
        ExerciseMinutes,
        MindfulMinutes,
        SleepHours,
        SleepInBed,
        SleepNap,
        SleepDeep,
        SleepRem,
        SleepLight,
        SleepAwake,
    ];

    /// <summary>A value that says that nothing was measured.</summary>
    public bool IsNone(double value) => (ZeroIsNone && value == 0) || (IsPulse && value >= NoiseFrom);

    private bool IsPulse => this == HeartRate || this == RestingHeartRate;
}
