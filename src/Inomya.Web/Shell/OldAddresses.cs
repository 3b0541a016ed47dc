using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Shell;

/// <summary>Addresses of earlier versions, which a bookmark or a home screen may still hold, lead to where their page is now.</summary>
public static class OldAddresses
{
    /// <summary>Old and new.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["/more"] = "/search" };

    public static void MapOldAddresses(this IEndpointRouteBuilder routes)
    {
        foreach (var (old, now) in All)
            routes.MapGet(old, () => Results.LocalRedirect(now, permanent: true));
    }
}
