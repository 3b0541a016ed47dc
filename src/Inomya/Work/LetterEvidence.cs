namespace Inomya.Work;

/// <summary>What of the days a letter tells: decided anew for each letter. Last part of the locale key letters.evidence.EVIDENCE.</summary>
public enum LetterEvidence
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>How much got done, with no symptom named.</summary>
    Function,

    /// <summary>That, and the measures that are about the limits ticked, by name.</summary>
    Measures,
}
