namespace Inomya.Work;

/// <summary>What a person ticked for one letter. None of it is remembered for the next.</summary>
/// <param name="Letter">Id of the kind of letter.</param>
/// <param name="Limitations">Ids of what is hard.</param>
/// <param name="Asks">Ids of the accommodations that are asked for.</param>
/// <param name="Country">ISO 3166 of the law that is named; null for none.</param>
/// <param name="Diagnosis">The condition in the person's words; null: it is not named.</param>
public sealed record LetterQuestion(
    string Letter,
    IReadOnlyCollection<string> Limitations,
    IReadOnlyCollection<string> Asks,
    LetterEvidence Evidence,
    string? Country,
    string? Diagnosis
);
