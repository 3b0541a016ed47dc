using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Hosting;

internal static class AssetRoutes
{
    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes
            .MapMethods(
                Assets.Root + "/{file}",
                [HttpMethods.Get, HttpMethods.Head],
                (string file, HttpContext context) =>
                {
                    if (context.RequestServices.GetRequiredService<Assets>().Find(file) is { } asset)
                        return asset.SendAsync(context);
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                }
            )
            .AllowAnonymous();
}
