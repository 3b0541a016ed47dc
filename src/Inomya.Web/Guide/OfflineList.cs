using Inomya.Content;
using Inomya.Guide;
using Inomya.Web.Hosting;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Guide;

/// <summary>
/// GET /guide/offline-list: the pages that a device may keep, since all they know of the person is what is put away, and
/// what their text and look hang on: when any of it changed, a device reads them again, and lets go of those that are not
/// among them any more.
/// </summary>
public static class OfflineList
{
    public const string Path = "/guide/offline-list";

    public sealed record Body(string Version, string Language, string Look, IReadOnlyList<string> Pages);

    public static void MapOfflineList(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            Path,
            async (HttpRequest request, GuideShelf shelf, HiddenDoors hidden, Words words, PageContext look) =>
            {
                var book = shelf.In(words.Language);
                var pages = await hidden.SeenAsync(book.Articles.Select(a => $"/guide/{a.Id}"), page => page);
                return Results.Json(
                    new Body(
                        book.Version,
                        words.Language,
                        look.ToString(),
                        [.. pages.Prepend("/guide").Select(page => request.PathBase + page)]
                    )
                );
            }
        );
}
