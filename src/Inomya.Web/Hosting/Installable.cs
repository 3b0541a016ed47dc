using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inomya.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Hosting;

/// <summary>What a device needs to put the app on its home screen and to go on with no network: the manifest and the service worker.</summary>
internal static partial class Installable
{
    private const string Source = "offline/service-worker.js";

    /// <summary>Pages of which a device keeps the last copy, where the app has them; all below one that ends in a slash, once it was opened.</summary>
    private static readonly string[] Kept =
    [
        "/",
        "/checkin",
        "/search",
        "/journal",
        "/relieve",
        "/understand",
        "/care",
        "/treatments",
        "/medicines",
        "/flare",
        "/flares",
        "/flare-plan",
        "/pacing",
        "/doses",
        "/food",
        "/food/trial",
        "/now",
        "/flare-plan/edit",
        "/red-flags",
        "/guide",
        "/guide/",
        "/programmes",
        "/programmes/",
        "/movement",
        "/movement/session",
        "/movement/exercises",
        "/movement/exercises/",
        "/sleep",
        "/sleep/diary",
        "/sleep/",
        "/calm",
        "/calm/breathing",
        "/calm/",
        "/writing",
        "/writing/",
        "/visit",
        "/visit/",
        "/card",
        "/phrases",
        "/function",
    ];

    public static void MapInstallable(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/manifest.webmanifest", (HttpRequest request, Assets assets, Words words) =>
                Results.Text(Manifest(assets, words, request.PathBase), "application/manifest+json")
            )
            .AllowAnonymous();
        routes
            .MapGet("/service-worker.js", (HttpRequest request, Assets assets, EndpointDataSource endpoints) =>
                Results.Text(Worker(assets, endpoints, request.PathBase), "text/javascript; charset=utf-8")
            )
            .AllowAnonymous();
    }

    private static string Manifest(Assets assets, Words words, string below) =>
        JsonSerializer.Serialize(
            new
            {
                name = words["shell.name"],
                short_name = words["shell.name"],
                lang = words.Language,
                dir = words.Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr",
                id = $"{below}/",
                start_url = $"{below}/",
                scope = $"{below}/",
                display = "standalone",
                background_color = "#1b1815",
                theme_color = "#1b1815",
                icons = new[]
                {
                    Icon(below + assets.Url("icon-192.png"), "192x192", "image/png"),
                    Icon(below + assets.Url("icon-512.png"), "512x512", "image/png"),
                    Icon(below + assets.Url("icon-maskable-512.png"), "512x512", "image/png", "maskable"),
                    Icon(below + assets.Url("icon.svg"), "any", "image/svg+xml"),
                },
            }
        );

    private static object Icon(string src, string sizes, string type, string purpose = "any") =>
        new
        {
            src,
            sizes,
            type,
            purpose,
        };

    /// <summary>The worker with today's files in it; its version is their hash, so it changes when one of them does.</summary>
    private static string Worker(Assets assets, EndpointDataSource endpoints, string below)
    {
        var pages = JsonSerializer.Serialize(PagesOf(endpoints).Select(page => below + page));
        var files = JsonSerializer.Serialize(assets.Urls.Where(IsNeeded).Select(url => below + url));
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(files + pages)))[..10];
        return Address()
            .Replace(Assets.WithoutComments(Script()), $"'{below}/")
            .Replace("= ROOT", $"= '{below}/'", StringComparison.Ordinal)
            .Replace("'VERSION'", $"'inomya-{version}'", StringComparison.Ordinal)
            .Replace("= FILES", $"= {files}", StringComparison.Ordinal)
            .Replace("= PAGES", $"= {pages}", StringComparison.Ordinal);
    }

    private static string Script()
    {
        using var resource = typeof(Installable).Assembly.GetManifestResourceStream(Source)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> PagesOf(EndpointDataSource endpoints)
    {
        var there = endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .ToHashSet();
        return Kept.Where(page => there.Contains(page is "/" ? page : page.TrimEnd('/')));
    }

    /// <summary>An address of ours in the script.</summary>
    [GeneratedRegex("'/(?=[a-z])")]
    private static partial Regex Address();

    /// <summary>The icons are for the home screen, which has its own copy; letters beyond Western Europe come when a page has them.</summary>
    private static bool IsNeeded(string url) =>
        !url.Contains("/icon-", StringComparison.Ordinal) && !url.Contains("latin-ext", StringComparison.Ordinal);
}
