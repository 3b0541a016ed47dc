using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Hosting;

/// <summary>The one door through which others may come: an address of its own that leads to what was given out, and nowhere else.</summary>
/// <remarks>
/// There is no sign-in. Whoever reaches the usual address reads the whole journal, so a proxy must never lead there: what
/// comes in at the door under any name, and what comes elsewhere under the public name, gets nothing more.
/// </remarks>
public static class PublicDoor
{
    private static readonly PathString[] Open = ["/shl", "/fhir"];

    public static void UsePublicDoor(this IApplicationBuilder app, WebSettings settings)
    {
        if (settings.PublicUrl is not { } url)
            return;
        var door = new Uri(settings.PublicListen).Port;
        app.Use(
            (context, next) =>
            {
                if (IsLetIn(context, door, url))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );
    }

    private static bool IsLetIn(HttpContext context, int door, Uri url) =>
        context.Connection.LocalPort == door
            ? Open.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))
            : url.IsLoopback || !context.Request.Host.Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase);
}
