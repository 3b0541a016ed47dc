using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Hosting;

/// <summary>Headers that keep a journal on this site: nothing from elsewhere is loaded, framed, told or kept.</summary>
public static class SecurityHeaders
{
    /// <summary>No inline script or style anywhere: colours and positions are classes and SVG attributes.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; "
        + "worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Reached by HTTPS once, by nothing else for a year. Below a path the host name belongs to others too, and so do its subdomains.</summary>
    private const string Year = "max-age=31536000";

    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
        + "payment=(), usb=(), browsing-topics=(), interest-cohort=()";

    /// <summary>Sets them on every answer, errors too. A handler that sets its own Cache-Control keeps it; all else is not stored.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(Set, context);
                return next(context);
            }
        );

    private static Task Set(object state)
    {
        var (request, headers) = (((HttpContext)state).Request, ((HttpContext)state).Response.Headers);
        if (request.IsHttps)
            headers.StrictTransportSecurity = request.PathBase.HasValue ? Year : $"{Year}; includeSubDomains";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (!headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
