namespace Inomya.Journals;

/// <summary>
/// A questionnaire that the person brought: their own licensed copy stays here and is left out of exports.
/// </summary>
public sealed record OwnForm : Recorded
{
    public required string Title { get; init; }

    /// <summary>url|version of the form.</summary>
    public string? Canonical { get; init; }

    /// <summary>FHIR Questionnaire as it came.</summary>
    public required string Json { get; init; }
}
