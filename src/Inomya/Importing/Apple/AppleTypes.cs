using Inomya.Vocabulary;

namespace Inomya.Importing;

/// <summary>What the types of Apple Health are here.</summary>
internal static class AppleTypes
{
    public const string Sleep = "HKCategoryTypeIdentifierSleepAnalysis";
    public const string Period = "HKCategoryTypeIdentifierMenstrualFlow";
    public const string Mindful = "HKCategoryTypeIdentifierMindfulSession";

    /// <summary>Not a type of theirs: a workout is an element of its own.</summary>
    public const string Workout = "Workout";

    private const string Quantity = "HKQuantityTypeIdentifier";
    private const string Category = "HKCategoryTypeIdentifier";

    private static readonly Dictionary<string, (string Measure, string Unit)> Quantities = new()
    {
        ["StepCount"] = ("steps", "{steps}/d"),
        ["HeartRate"] = ("heart_rate", "/min"),
        ["RestingHeartRate"] = ("resting_heart_rate", "/min"),
        ["HeartRateVariabilitySDNN"] = ("hrv_sdnn", "ms"),
        ["OxygenSaturation"] = ("oxygen_saturation", "%"),
        ["RespiratoryRate"] = ("respiratory_rate", "/min"),
        ["BodyMass"] = ("body_weight", "kg"),
        ["BodyTemperature"] = ("body_temperature", "Cel"),
        ["BloodPressureSystolic"] = ("blood_pressure_systolic", "mm[Hg]"),
        ["BloodPressureDiastolic"] = ("blood_pressure_diastolic", "mm[Hg]"),
        ["DistanceWalkingRunning"] = ("walking_distance", "m"),
        ["ActiveEnergyBurned"] = ("active_energy", "kcal"),
        ["AppleExerciseTime"] = ("exercise_minutes", "min"),
        ["DietaryWater"] = ("water", "mL"),
    };

    /// <summary>Symptoms that are measures of ours; the others become the person's own.</summary>
    private static readonly Dictionary<string, string> Symptoms = new()
    {
        ["GeneralizedBodyAche"] = "pain",
        ["Fatigue"] = "fatigue",
    };

    private static readonly HashSet<string> OwnSymptoms =
    [
        "AbdominalCramps",
        "Acne",
        "BladderIncontinence",
        "Bloating",
        "BreastPain",
        "ChestTightnessOrPain",
        "Chills",
        "Constipation",
        "Coughing",
        "Diarrhea",
        "Dizziness",
        "DrySkin",
        "Fainting",
        "Fever",
        "HairLoss",
        "Headache",
        "Heartburn",
        "HotFlashes",
        "LossOfSmell",
        "LossOfTaste",
        "LowerBackPain",
        "MemoryLapse",
        "Nausea",
        "NightSweats",
        "PelvicPain",
        "RapidPoundingOrFlutteringHeartbeat",
        "RunnyNose",
        "ShortnessOfBreath",
        "SinusCongestion",
        "SkippedHeartbeat",
        "SoreThroat",
        "VaginalDryness",
        "Vomiting",
        "Wheezing",
    ];

    private static readonly HashSet<string> Presences = ["MoodChanges", "SleepChanges"];

    /// <summary>The measure of a quantity and its UCUM unit; null where it has no place here.</summary>
    public static (string Measure, string Unit)? MeasureOf(string type) =>
        type.StartsWith(Quantity, StringComparison.Ordinal)
        && Quantities.TryGetValue(type[Quantity.Length..], out var measure)
            ? measure
            : null;

    /// <summary>The symptom, by the last part of its type; null where it is none.</summary>
    public static string? SymptomOf(string type) =>
        PartOf(type) is { } part && (Symptoms.ContainsKey(part) || OwnSymptoms.Contains(part)) ? part : null;

    /// <summary>What is told only as there or not there; null where it is no such.</summary>
    public static string? PresenceOf(string type) => PartOf(type) is { } part && Presences.Contains(part) ? part : null;

    /// <summary>The built-in measure of a symptom; null for one of the person's own.</summary>
    public static string? BuiltInOf(string symptom) => Symptoms.GetValueOrDefault(symptom);

    /// <summary>0 not present, 1 mild, 2 moderate, 3 severe; null for "unspecified": there, and not said how much.</summary>
    public static double? SeverityOf(string value) =>
        value switch
        {
            "HKCategoryValueSeverityNotPresent" or "1" => 0,
            "HKCategoryValueSeverityMild" or "2" => 1,
            "HKCategoryValueSeverityModerate" or "3" => 2,
            "HKCategoryValueSeveritySevere" or "4" => 3,
            _ => null,
        };

    public static bool IsUnspecified(string value) => value is "HKCategoryValueSeverityUnspecified" or "0";

    /// <summary>The stage of sleep; null where the value is none.</summary>
    public static SleepStage? StageOf(string value) =>
        value switch
        {
            "HKCategoryValueSleepAnalysisInBed" or "0" => SleepStage.InBed,
            "HKCategoryValueSleepAnalysisAsleep" or "HKCategoryValueSleepAnalysisAsleepUnspecified" or "1" =>
                SleepStage.Asleep,
            "HKCategoryValueSleepAnalysisAwake" or "2" => SleepStage.Awake,
            "HKCategoryValueSleepAnalysisAsleepCore" or "3" => SleepStage.Light,
            "HKCategoryValueSleepAnalysisAsleepDeep" or "4" => SleepStage.Deep,
            "HKCategoryValueSleepAnalysisAsleepREM" or "5" => SleepStage.Rem,
            _ => null,
        };

    /// <summary>Is there bleeding? Null where the value says neither.</summary>
    public static bool? BleedsOn(string value) =>
        value switch
        {
            "HKCategoryValueMenstrualFlowNone" or "HKCategoryValueVaginalBleedingNone" or "5" => false,
            "HKCategoryValueMenstrualFlowUnspecified"
            or "HKCategoryValueMenstrualFlowLight"
            or "HKCategoryValueMenstrualFlowMedium"
            or "HKCategoryValueMenstrualFlowHeavy"
            or "HKCategoryValueVaginalBleedingUnspecified"
            or "HKCategoryValueVaginalBleedingLight"
            or "HKCategoryValueVaginalBleedingMedium"
            or "HKCategoryValueVaginalBleedingHeavy"
            or "1"
            or "2"
            or "3"
            or "4" => true,
            _ => null,
        };

    private static string? PartOf(string type) =>
        type.StartsWith(Category, StringComparison.Ordinal) ? type[Category.Length..] : null;
}
