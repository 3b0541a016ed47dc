using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>What an observation that we wrote out ourselves was in the journal: it comes back as the same fact.</summary>
/// <param name="Test">As the journal called it; null where that is not told.</param>
/// <param name="Source">The format it first came from; null where that is not told.</param>
internal sealed record OwnLabResult(Guid Id, string? Test, string? Source)
{
    /// <summary>Null for one of anybody else.</summary>
    public static OwnLabResult? Of(Observation observation)
    {
        var identifier = observation.Identifier.FirstOrDefault(i => i.System == OwnSystem.LabResult);
        if (!Guid.TryParse(identifier?.Value, out var id))
            return null;
        var test = observation.Code?.Coding.FirstOrDefault(c => c.System == OwnSystem.LabTest)?.Display;
        var source = observation.Meta?.Source;
        return new OwnLabResult(
            id,
            test,
            source?.StartsWith(OwnSystem.Source, StringComparison.Ordinal) == true
                ? Uri.UnescapeDataString(source[OwnSystem.Source.Length..])
                : null
        );
    }
}
