using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>A resource with where it stands in its file.</summary>
/// <param name="Place">The entry of the bundle, from 1; what a resource contains has the place of its holder.</param>
/// <param name="Url">What references call it, where they do not go by type and id.</param>
internal sealed record PlacedResource(int Place, Resource Resource, string? Url);
