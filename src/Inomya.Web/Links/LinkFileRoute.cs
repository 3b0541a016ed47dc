using Inomya.Journals;
using Inomya.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Links;

/// <summary>POST /links/file: the locked file, to be handed over by the person; its key was shown when it was made.</summary>
public static class LinkFileRoute
{
    public const string Path = "/links/file";

    /// <summary>JWE, which any program for JSON Web Encryption opens with the key.</summary>
    public const string Ending = ".smart-health.jwe";

    public static void MapLinkFile(this IEndpointRouteBuilder routes) => routes.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync([FromForm(Name = "row")] Guid id, PersonJournal person)
    {
        var journal = await person.OpenAsync();
        var link = (await journal.LinksAsync()).FirstOrDefault(l => l.Id == id && l.IsOpen(journal.Now));
        return link is not null && await journal.LinkFileAsync(id) is { } file
            ? Results.File(
                System.Text.Encoding.ASCII.GetBytes(file.Locked),
                "application/jose",
                $"inomya-{Shell.IsoDay.Iso(journal.Today)}{Ending}"
            )
            : Results.LocalRedirect("/links");
    }
}
