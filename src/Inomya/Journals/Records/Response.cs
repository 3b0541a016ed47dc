using NodaTime;

namespace Inomya.Journals;

/// <summary>The answers to one questionnaire, as far as they were given.</summary>
public sealed record Response : Recorded
{
    /// <summary>Id of a shipped instrument, or "own:" and the id of an <see cref="OwnForm"/>.</summary>
    public required string Instrument { get; init; }

    /// <summary>
    /// Version of the form and of the rules that scored it: an old response is never scored again by a new rule.
    /// </summary>
    public required string Version { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>The person has finished it; otherwise it can be taken up again.</summary>
    public bool Completed { get; init; }

    /// <summary>FHIR QuestionnaireResponse with every answer, also those that count for nothing now.</summary>
    public required string Json { get; init; }

    /// <summary>
    /// JSON of rule → score → value, and "bands" → score → the band that was told with it; null until it is completed or
    /// where there is nothing to score.
    /// </summary>
    public string? Scores { get; init; }

    /// <summary>"questionnaire", or the name of an import format.</summary>
    public required string Source { get; init; }
}
