using Inomya.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Offline;

/// <summary>
/// GET /put-away: the addresses that are put away for the person, each with all below it. A device lets go of the copies
/// it keeps of them before it reads any page again.
/// </summary>
public static class PutAwayList
{
    public const string Path = "/put-away";

    public static void MapPutAwayList(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, async (HttpRequest request, HiddenDoors hidden) =>
            Results.Json((await hidden.PutAwayAsync()).Select(path => request.PathBase + path))
        );
}
