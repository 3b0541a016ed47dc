using Inomya.Content;
using Inomya.Exports;
using Inomya.Fhir;
using Inomya.Journals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;

namespace Inomya.Web.Exports;

/// <summary>POST /export/file: everything of the person, written straight to the browser; no copy of it stays here.</summary>
/// <remarks>Sent, not asked for: an address would be kept in histories and fetched ahead.</remarks>
public static class ExportRoute
{
    public const string Path = "/export/file";

    private delegate Task Writer(
        Journal journal,
        ContentFolder content,
        Words words,
        Stream to,
        CancellationToken stop
    );

    private static readonly Dictionary<string, (string Ending, string Type, Writer Write)> Writers = new(
        StringComparer.Ordinal
    )
    {
        ["csv"] = ("csv.zip", "application/zip", WriteCsvAsync),
        ["fhir"] = ("fhir.json", "application/fhir+json", (journal, content, words, to, stop) =>
            FhirExport.WriteAsync(journal, content, words, to, stop)
        ),
        ["ips"] = ("ips.json", "application/fhir+json", (journal, content, words, to, stop) =>
            IpsExport.WriteAsync(journal, content, words, to, stop)
        ),
        ["archive"] = ("archive.zip", "application/zip", (journal, _, words, to, stop) =>
            WholeArchive.WriteAsync(journal, words, to, stop)
        ),
    };

    /// <summary>In the order of the page.</summary>
    public static IEnumerable<string> Formats => Writers.Keys;

    public static void MapExport(this IEndpointRouteBuilder routes) => routes.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(
        [FromForm(Name = "as")] string? format,
        HttpContext http,
        [FromServices] PersonJournal person,
        [FromServices] ContentFolder content,
        [FromServices] Words words
    )
    {
        if (!Writers.TryGetValue(format ?? "", out var found))
            return Results.LocalRedirect("/export");
        var journal = await person.OpenAsync();
        // the writers of zip files and tables know no other way
        http.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        return Results.Stream(
            to => found.Write(journal, content, words, to, http.RequestAborted),
            found.Type,
            $"inomya-{LocalDatePattern.Iso.Format(journal.Today)}.{found.Ending}"
        );
    }

    private static Task WriteCsvAsync(
        Journal journal,
        ContentFolder content,
        Words words,
        Stream to,
        CancellationToken stop
    ) => TidyCsv.WriteAsync(journal, new MeasureCatalogue(content), words, to, stop);
}
