namespace Inomya.Questionnaires;

/// <summary>Every native scoring rule by its name.</summary>
/// <remarks>
/// The same scores come from the FHIRPath in questionnaire.json; both must agree on every test vector.
/// </remarks>
public static class Scoring
{
    private static readonly Dictionary<string, Func<Answers, Meaning, Scores>> ByName = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["ACR2016"] = FibromyalgiaSurvey.Acr2016,
        ["ACR2011-FS"] = FibromyalgiaSurvey.Acr2011,
        ["AAPT2019"] = OtherCriteria.Aapt2019,
        ["ACR1990"] = OtherCriteria.Acr1990,
        ["IOM2015-MECFS"] = OtherCriteria.Iom2015,
        ["DSQ-PEM-step1"] = OtherCriteria.DsqPemStep1,
        ["FIQR"] = ImpactQuestionnaire.Fiqr,
        ["PEG"] = PainScales.Peg,
        ["NRS-change"] = PainScales.NrsChange,
        ["PGIC"] = PainScales.Pgic,
        ["PSFS"] = PainScales.Psfs,
        ["PHQ-9"] = MoodScales.Phq9,
        ["PHQ-8"] = MoodScales.Phq8,
        ["GAD-7"] = MoodScales.Gad7,
        ["PHQ-4"] = MoodScales.Phq4,
        ["SleepDiary-SE"] = SleepScores.Diary,
        ["SRI"] = SleepScores.Regularity,
        ["WPAI-GH"] = FunctionScales.Wpai,
        ["HAQ-DI"] = FunctionScales.HaqDi,
        ["RAND-36"] = Rand36.Score,
        ["30s-chair-stand"] = PhysicalTests.ChairStand,
        ["5xSTS"] = PhysicalTests.FiveTimesSitToStand,
        ["6MWT"] = PhysicalTests.SixMinuteWalk,
    };

    public static IReadOnlyCollection<string> Rules => ByName.Keys;

    /// <summary>Scores answers by one rule, with the thresholds of <paramref name="meaning"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    /// <exception cref="Content.ContentException">The content lacks a number that the rule needs.</exception>
    public static Scores Score(string rule, Answers answers, Meaning meaning) =>
        ByName.TryGetValue(rule, out var score)
            ? score(answers, meaning)
            : throw new KeyNotFoundException($"There is no scoring rule '{rule}'.");
}
