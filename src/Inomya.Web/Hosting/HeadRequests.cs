using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Hosting;

/// <summary>HEAD is answered as GET would be, by every address there is; the server leaves out the body by itself.</summary>
/// <remarks>Pages and most other addresses name the methods they take, and HEAD is in none of their lists.</remarks>
internal static class HeadRequests
{
    public static void UseHeadAsGet(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (HttpMethods.IsHead(context.Request.Method))
                    context.Request.Method = HttpMethods.Get;
                return next(context);
            }
        );
}
