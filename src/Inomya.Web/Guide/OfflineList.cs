using Inomya.Content;
using Inomya.Guide;
using Inomya.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Guide;

/// <summary>
/// GET /guide/offline-list: the pages that a device may keep, since they hold nothing of the person, and what their
/// text and look hang on: when any of it changed, a device reads them again.
/// </summary>
public static class OfflineList
{
    public const string Path = "/guide/offline-list";

    public sealed record Body(string Version, string Language, string Look, IReadOnlyList<string> Pages);

    public static void MapOfflineList(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (GuideShelf shelf, Words words, PageContext look) =>
        {
            var book = shelf.In(words.Language);
            return Results.Json(
                new Body(
                    book.Version,
                    words.Language,
                    look.ToString(),
                    ["/guide", .. book.Articles.Select(a => $"/guide/{a.Id}")]
                )
            );
        });
}
