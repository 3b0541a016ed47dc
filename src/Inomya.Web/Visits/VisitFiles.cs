using System.Text;
using Inomya.Content;
using Inomya.Documents;
using Inomya.Reports;
using Inomya.Visits;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Visits;

/// <summary>
/// POST /visit/ID/file.pdf, .txt and .docx: the pages that were shown, as a file. Where they would be others now, such
/// as after a change of the journal, no file is made: the person is shown those first.
/// </summary>
public static class VisitFiles
{
    public static void MapVisitFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in ReportFile.Endings)
            routes.MapPost(
                $"/visit/{{id:guid}}/file{ending}",
                (
                    Guid id,
                    [FromForm] string? seen,
                    HttpRequest request,
                    [FromServices] VisitRoom room,
                    [FromServices] Words words
                ) => FileAsync(ending, id, seen, request, room, words)
            );
        routes.MapGet("/visit/{id:guid}/calendar.ics", CalendarAsync);
    }

    private static async Task<IResult> FileAsync(
        string ending,
        Guid id,
        string? seen,
        HttpRequest request,
        VisitRoom room,
        Words words
    )
    {
        if (await room.FindAsync(id.ToString()) is not { } visit)
            return Results.NotFound();
        var choice = room.ChoiceIn(await request.ReadFormAsync(), visit);
        if (await room.WriteAsync(visit, choice) is not { } pages || room.MarkOf(pages) != seen)
            // the same form goes to the page that shows what would go out
            return Results.LocalRedirect($"/visit/{id}/pages?another=true", permanent: false, preserveMethod: true);
        await room.NoteAsync(visit, choice, key: null);
        var report = pages.Document;
        return Results.File(
            ReportFile.Write(ending, report, words),
            ReportFile.TypeOf(ending),
            $"{NameOf(report)}{ending}"
        );
    }

    /// <summary>Without its ending. It says nothing of health: the title may.</summary>
    public static string NameOf(ReportDocument report) => $"inomya-{IsoDay.Iso(report.MadeOn)}";

    private static async Task<IResult> CalendarAsync(
        Guid id,
        bool? named,
        [FromServices] PersonJournal person,
        [FromServices] VisitRoom room,
        [FromServices] Words words
    )
    {
        if (await room.FindAsync(id.ToString()) is not { } visit)
            return Results.NotFound();
        var now = (await person.OpenAsync()).Now;
        var text = VisitCalendar.Write(visit.Appointment, words, now, named ?? false);
        return Results.File(Encoding.UTF8.GetBytes(text), VisitCalendar.Type, "appointment.ics");
    }
}
