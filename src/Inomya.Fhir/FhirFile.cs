using System.Text.RegularExpressions;
using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>The resources of one file, found by how they refer to each other.</summary>
internal sealed partial class FhirFile
{
    private readonly Dictionary<string, PlacedResource> _byAddress = new(StringComparer.Ordinal);

    private FhirFile(IReadOnlyList<PlacedResource> all)
    {
        All = all;
        foreach (var placed in all.Where(p => p.Holder is null))
        {
            if (placed.Url is { } url)
                _byAddress.TryAdd(url, placed);
            if (placed.Resource.Id is { Length: > 0 } id)
                _byAddress.TryAdd($"{placed.Resource.TypeName}/{id}", placed);
        }
    }

    public IReadOnlyList<PlacedResource> All { get; }

    /// <summary>Every resource with its place, those of bundles in bundles and what they contain too.</summary>
    public static FhirFile Of(Resource root) => new([.. Flat(root).SelectMany(WithContained)]);

    /// <summary>What a reference means; null where it is not in the file.</summary>
    /// <param name="from">The resource that refers, or its holder: it may contain what it refers to.</param>
    public Resource? Find(string? reference, PlacedResource from) => FindPlaced(reference, from)?.Resource;

    /// <summary>The same with where it stands.</summary>
    public PlacedResource? FindPlaced(string? reference, PlacedResource from)
    {
        if (string.IsNullOrEmpty(reference))
            return null;
        if (reference[0] == '#')
            return Contained(from, reference[1..]);
        var plain = Unversioned(reference);
        return At($"{from.Server}/{plain}") ?? At(plain) ?? Elsewhere(plain);
    }

    private PlacedResource? At(string address) => _byAddress.GetValueOrDefault(address);

    /// <summary>What a whole address means where the file does not say of which server its resources are.</summary>
    private PlacedResource? Elsewhere(string address) => At(Relative(address)) is { Server: null } found ? found : null;

    /// <summary>Without the version of what it refers to: that is the same thing at another time.</summary>
    public static string Unversioned(string reference) => Version().Replace(reference, "");

    /// <summary>"Patient/1" of an address that ends so; the address itself where it does not.</summary>
    public static string Relative(string reference) =>
        Ending().Match(reference) is { Success: true } match ? match.Groups["relative"].Value : reference;

    private PlacedResource? Contained(PlacedResource from, string id)
    {
        var holder = from.Holder ?? from.Resource;
        return All.FirstOrDefault(p => ReferenceEquals(p.Holder, holder) && p.Resource.Id == id);
    }

    /// <summary>What stands in a bundle of the bundle has the place of that one.</summary>
    private static IEnumerable<PlacedResource> Flat(Resource root) =>
        root is Bundle bundle
            ? bundle
                .Entry.Index()
                .SelectMany(e => e.Item.Resource is { } held ? Held(held, e.Item.FullUrl, e.Index + 1) : [])
            : [new PlacedResource(1, root, null)];

    private static IEnumerable<PlacedResource> Held(Resource resource, string? url, int place) =>
        resource is Bundle
            ? Flat(resource).Select(inner => inner with { Place = place })
            : [new PlacedResource(place, resource, url)];

    private static IEnumerable<PlacedResource> WithContained(PlacedResource entry) =>
        entry.Resource is DomainResource holder
            ? holder
                .Contained.OfType<Resource>()
                .Select(c => new PlacedResource(entry.Place, c, $"#{c.Id}", holder))
                .Prepend(entry)
            : [entry];

    [GeneratedRegex(@"/_history/[^/]+$")]
    private static partial Regex Version();

    [GeneratedRegex(@"(^|/)(?<relative>[A-Z][A-Za-z]+/[A-Za-z0-9\-.]{1,64})$")]
    private static partial Regex Ending();
}
