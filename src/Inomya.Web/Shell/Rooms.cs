using Inomya.Guide;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Shell;

/// <summary>Which of the tools that content names have a page in this version of the app.</summary>
public sealed class Rooms(EndpointDataSource endpoints, GuideShelf guide)
{
    private readonly Lazy<List<string[]>> _patterns = new(() =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Select(e => Parts(e.RoutePattern.RawText ?? ""))]
    );

    /// <summary>The first of these tools that has a page, with its address; null when none has.</summary>
    public (string Tool, string Path)? First(IEnumerable<string> tools)
    {
        foreach (var tool in tools)
            if (guide.Tools.TryGetValue(tool, out var path) && Has(path))
                return (tool, path);
        return null;
    }

    /// <summary>Those of these tools that have a page, each with its address, in their order.</summary>
    public IReadOnlyList<(string Tool, string Path)> All(IEnumerable<string> tools) =>
        [.. tools.Select(t => First([t])).OfType<(string, string)>()];

    /// <summary>Is there a page at this address?</summary>
    public bool Has(string path) => Parts(path) is var parts && _patterns.Value.Any(p => Fits(p, parts));

    private static bool Fits(string[] pattern, string[] parts) =>
        pattern.Length == parts.Length
        && pattern
            .Zip(parts)
            .All(pair =>
                pair.First.StartsWith('{') || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase)
            );

    private static string[] Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
