using Hl7.Fhir.Model;
using Inomya.Questionnaires;

namespace Inomya.Fhir;

/// <summary>The response that expressions read, and which of its items stands for which place.</summary>
internal sealed record BuiltResponse(
    QuestionnaireResponse Response,
    IReadOnlyDictionary<Place, QuestionnaireResponse.ItemComponent> At
);
