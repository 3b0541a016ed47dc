using Inomya.Journals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Shell;

/// <summary>POST /undo: takes one change back and returns to the page it was asked on.</summary>
public static class Undo
{
    public const string Path = "/undo";

    public static void MapUndo(this IEndpointRouteBuilder routes) => routes.MapPost(Path, HandleAsync);

    /// <param name="to">A page of this app; anything else leads to the first page.</param>
    private static async Task<IResult> HandleAsync([FromForm] Guid change, [FromForm] string? to, PersonJournal person)
    {
        var back = PageOf(to);
        var mark = back.Contains('?') ? '&' : '?';
        try
        {
            var journal = await person.OpenAsync();
            await journal.UndoAsync(change);
            return Results.LocalRedirect($"{back}{mark}undone=true");
        }
        catch (Exception e) when (e is ChangedMeanwhileException or KeyNotFoundException)
        {
            return Results.LocalRedirect($"{back}{mark}undone=false");
        }
    }

    private static string PageOf(string? to) => to is ['/', not '/', ..] or "/" && !to.Contains('\\') ? to : "/";
}
