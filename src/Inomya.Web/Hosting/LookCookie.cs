using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Hosting;

/// <summary>Keeps on a device how its pages look.</summary>
public static class LookCookie
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public static void Keep(HttpContext context, PageContext look) =>
        context.Response.Cookies.Append(
            PageContext.Cookie,
            look.ToString(),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Kept,
                Path = context.Request.PathBase.HasValue ? context.Request.PathBase.ToUriComponent() : "/",
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            }
        );
}
