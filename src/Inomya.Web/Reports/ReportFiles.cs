using Inomya.Content;
using Inomya.Documents;
using Inomya.Reports;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Reports;

/// <summary>GET /report/file.pdf, .txt and .docx: the report of the page as a file, asked for in the same way.</summary>
public static class ReportFiles
{
    public static void MapReportFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in ReportFile.Endings)
            routes.MapGet(
                $"/report/file{ending}",
                (
                    HttpRequest request,
                    [FromServices] PersonJournal person,
                    [FromServices] ReportShelf shelf,
                    [FromServices] Words words
                ) => HandleAsync(ending, ReportQuestion.Of(request.Query), person, shelf, words)
            );
    }

    private static async Task<IResult> HandleAsync(
        string ending,
        ReportQuestion question,
        PersonJournal person,
        ReportShelf shelf,
        Words words
    )
    {
        if (await question.WriteAsync(await person.OpenAsync(), shelf, words, person.Stop) is not { } report)
            return Results.NotFound();
        var name = $"inomya-{report.Audience}-{IsoDay.Iso(report.MadeOn)}{ending}";
        return Results.File(ReportFile.Write(ending, report, words), ReportFile.TypeOf(ending), name);
    }
}
