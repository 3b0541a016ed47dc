using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Hosting;

/// <summary>
/// Puts the path below which the app is reached before each address that it writes: pages and rooms write theirs as if
/// the app were at the root, and need not know.
/// </summary>
/// <remarks>
/// Safe in any text: Razor writes a quotation mark that somebody typed as an entity, so what looks like an attribute is
/// one. Values of fields are no addresses and stay as they are.
/// </remarks>
public static partial class SubPath
{
    /// <summary>Costs nothing where the app has its host to itself.</summary>
    public static void UseSubPath(this IApplicationBuilder app) =>
        app.Use((context, next) => context.Request.PathBase.HasValue ? MoveAsync(context, next) : next(context));

    private static async Task MoveAsync(HttpContext context, RequestDelegate next)
    {
        var below = context.Request.PathBase.ToUriComponent();
        context.Response.OnStarting(() =>
        {
            MoveRedirect(context, below);
            return Task.CompletedTask;
        });
        var sent = context.Response.Body;
        await using var page = new PageBuffer(context.Response, sent);
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = sent;
        }
        if (page.Text is { } html)
            await context.Response.WriteAsync(Moved(html, below), context.RequestAborted);
    }

    /// <summary>A page with the path before each of its addresses.</summary>
    internal static string Moved(string html, string below) =>
        Lists()
            .Replace(Addresses().Replace(html, match => $"{match.Value[..^1]}{below}/"), list =>
                Listed().Replace(list.Value, address => $"{address.Value[..^1]}{below}/")
            );

    private static void MoveRedirect(HttpContext context, string below)
    {
        var (request, to) = (context.Request, context.Response.Headers.Location.ToString());
        if (to.Length == 0)
            return;
        var here = $"{request.Scheme}://{request.Host}";
        var path = to.StartsWith(here + "/", StringComparison.OrdinalIgnoreCase) ? to[here.Length..] : to;
        if (path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !IsBelow(path, below))
            context.Response.Headers.Location = below + path;
    }

    private static bool IsBelow(string path, string below) =>
        path.StartsWith(below, StringComparison.Ordinal)
        && (path.Length == below.Length || path[below.Length] is '/' or '?' or '#');

    /// <summary>An attribute that holds one address of ours; two slashes would begin another host.</summary>
    [GeneratedRegex(
        @"\s(?:href|src|action|formaction|data-(?:outbox|then|find|share|visit-share|letter-share|plan-picture|sound|passkey))=""/(?!/)"
    )]
    private static partial Regex Addresses();

    /// <summary>An attribute that holds several, with spaces between.</summary>
    [GeneratedRegex(@"\sdata-keep-pages=""/[^""]*""")]
    private static partial Regex Lists();

    [GeneratedRegex(@"[ ""]/")]
    private static partial Regex Listed();
}
