namespace Inomya.Vocabulary;

/// <summary>What the analysis may take a measure for; what each means is in docs/methods.</summary>
public enum MeasureRole
{
    /// <summary>Never analysed.</summary>
    None,

    /// <summary>Something a person wants better; may be an outcome, is never a factor.</summary>
    Symptom,
    Numeric,
    Ordinal,
    Count,
    Binary,
    Weather,
    Menstrual,

    /// <summary>Follows the symptom as much as it leads it (steps, as-needed medicine, rest): never tested on the same day.</summary>
    Reactive,
}
