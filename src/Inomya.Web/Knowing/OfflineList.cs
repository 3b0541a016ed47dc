using Inomya.Content;
using Inomya.Guide;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Knowing;

/// <summary>GET /guide/offline-list: the pages that a device may keep, since they hold nothing of the person, and a version that changes with them.</summary>
public static class OfflineList
{
    public const string Path = "/guide/offline-list";

    public sealed record Body(string Version, string Language, IReadOnlyList<string> Pages);

    public static void MapOfflineList(this IEndpointRouteBuilder routes) => routes.MapGet(Path, (GuideShelf shelf, Words words) =>
    {
        var book = shelf.In(words.Language);
        return Results.Json(new Body(book.Version, words.Language, ["/guide", .. book.Articles.Select(a => $"/guide/{a.Id}")]));
    });
}
