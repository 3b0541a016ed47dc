using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Importing;

/// <summary>GET /import/kept/{id}: a kept file, as it came.</summary>
public static class KeptFileRoute
{
    public const string Path = "/import/kept";

    public static void MapKeptFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{Path}/{{id:guid}}", HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, PersonJournal person, [FromServices] KeptFiles kept)
    {
        var journal = await person.OpenAsync();
        return kept.Of(journal.Person.Id).FirstOrDefault(k => k.Id == id) is { } file && kept.Open(file) is { } stream
            ? Results.File(stream, "application/octet-stream", file.File)
            : Results.NotFound();
    }
}
