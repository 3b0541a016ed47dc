using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>A resource with where it stands in its file.</summary>
/// <param name="Place">The entry of the bundle, from 1; what a resource contains has the place of its holder.</param>
/// <param name="Url">What references call it, where they do not go by type and id.</param>
/// <param name="Holder">The resource that contains it; null for one that stands by itself.</param>
internal sealed record PlacedResource(int Place, Resource Resource, string? Url, Resource? Holder = null)
{
    /// <summary>The server it is from, where its address says so: ids are one's own only there.</summary>
    public string? Server =>
        Url is { } url
        && url.StartsWith("http", StringComparison.Ordinal)
        && url.LastIndexOf($"/{Resource.TypeName}/", StringComparison.Ordinal) is > 0 and var end
            ? url[..end]
            : null;
}
