using NodaTime;

namespace Inomya.Journals;

/// <summary>What a person wrote for themselves, such as a thought record.</summary>
/// <remarks>It is in no report, message or table for others: it stays in the journal and its backup.</remarks>
public sealed record Worksheet : Recorded
{
    /// <summary>Id of the form in content; one of a form that content no longer has is kept and can be read.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON of field → what was written or rated there; a field that is not there was left empty.</summary>
    public required string Fields { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>"PROGRAMME/STEP" that led to it; null when the person came by themselves.</summary>
    public string? Step { get; init; }
}
