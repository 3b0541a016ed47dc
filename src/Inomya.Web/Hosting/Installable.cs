using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Inomya.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Hosting;

/// <summary>What a device needs to put the app on its home screen: the manifest and the service worker.</summary>
internal static class Installable
{
    private const string Source = "offline/service-worker.js";

    public static void MapInstallable(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/manifest.webmanifest", (Assets assets, Words words) =>
            Results.Text(Manifest(assets, words), "application/manifest+json"));
        routes.MapGet("/service-worker.js", (Assets assets) => Results.Text(Worker(assets), "text/javascript"));
    }

    private static string Manifest(Assets assets, Words words) => JsonSerializer.Serialize(new
    {
        name = words["shell.name"],
        short_name = words["shell.name"],
        lang = words.Language,
        id = "/",
        start_url = "/",
        scope = "/",
        display = "standalone",
        background_color = "#1b1815",
        theme_color = "#1b1815",
        icons = new[] { new { src = assets.Url("icon.svg"), sizes = "any", type = "image/svg+xml", purpose = "any" } },
    });

    /// <summary>The worker with today's files in it; its version is their hash, so it changes when one of them does.</summary>
    private static string Worker(Assets assets)
    {
        using var resource = typeof(Installable).Assembly.GetManifestResourceStream(Source)!;
        using var reader = new StreamReader(resource);
        var files = JsonSerializer.Serialize(assets.Urls);
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(files)))[..10];
        return reader.ReadToEnd()
            .Replace("'VERSION'", $"'inomya-{version}'", StringComparison.Ordinal).Replace("= FILES", $"= {files}", StringComparison.Ordinal);
    }
}
