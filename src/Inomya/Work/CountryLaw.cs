using Inomya.Content;

namespace Inomya.Work;

/// <summary>What the law of a country says on adjustments: the locale keys work.law.CODE.frame, .proof, .school and .sick-note.</summary>
public sealed class CountryLaw
{
    /// <summary>ISO 3166.</summary>
    public string Code { get; set; } = "";

    public List<string> Sources { get; set; } = [];

    /// <summary>How it was looked up; <see cref="Seen.Memory"/> is never shown.</summary>
    public string Verified { get; set; } = Seen.Memory;

    /// <summary>Must the diagnosis itself be told? Null where that is not known.</summary>
    public bool? DiagnosisNeeded { get; set; }

    /// <summary>BCP 47 of the language that letters are usually written in there.</summary>
    public string Language { get; set; } = "";
}
