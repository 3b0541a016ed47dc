using Hl7.Fhir.Model;
using Inomya.Exports;

namespace Inomya.Fhir;

/// <summary>One section of the summary before it is written out.</summary>
/// <param name="Lines">What a person reads, one line a fact; never empty.</param>
/// <param name="Entries">What a program reads, named by the section.</param>
internal sealed record IpsSection(
    SummaryArea Area,
    IReadOnlyList<string> Lines,
    IReadOnlyList<(Guid Id, Resource Resource)> Entries
)
{
    /// <summary>What the entries refer to, such as the goal of a plan; in the document, but in no section of its own.</summary>
    public IReadOnlyList<(Guid Id, Resource Resource)> Beside { get; init; } = [];

    /// <summary>The person keeps it back: the section says that, and nothing else.</summary>
    public bool IsWithheld { get; init; }
}
