using Inomya.Journals;
using Inomya.Web.Days;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Inomya.Web.Checkins;

/// <summary>POST /outbox: takes one form of a day that a device kept until there was a connection.</summary>
/// <remarks>
/// Needs no form token, so that it still counts after a week, a restart or cleared cookies. That no other site can send it is made sure by its
/// type (JSON, which another site may not send without asking) and by where the browser says it comes from.
/// </remarks>
public static class OutboxRoutes
{
    public const string Path = "/outbox";

    /// <summary>A device whose clock is further off does not know which day it is.</summary>
    private static readonly Duration ClockAllowed = Duration.FromHours(1);

    /// <summary>One kept form. The same shape for good: a tab of an older version may send it.</summary>
    /// <param name="Fields">Name and value of each field, as the form would have sent them.</param>
    /// <param name="Clock">What the device takes for now, in milliseconds since 1970.</param>
    /// <param name="ByDevice">The device told the day from its own clock; else the page came with it.</param>
    /// <param name="Again">It may have arrived before.</param>
    public sealed record Kept(string[][]? Fields, long Clock = 0, bool ByDevice = false, bool Again = false);

    /// <summary>Why the person must look: "ahead" or "clock" (which day?), "conflict" (which answer?), "refused" (cannot be recorded).</summary>
    public sealed record Ask(string Why, string Today);

    public sealed record Taken(string To);

    public static void MapOutbox(this IEndpointRouteBuilder routes) => routes.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, [FromBody] Kept kept, PersonJournal person, DayForms forms)
    {
        if (!IsOwn(context.Request)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = CheckinForm.FormOf(kept.Fields ?? []);
        var journal = await person.OpenAsync();
        if (!DayForms.Knows(form["_handler"])) return Look("refused");
        if (kept.ByDevice && (journal.Now - Instant.FromUnixTimeMilliseconds(kept.Clock)) is var off && (off > ClockAllowed || off < -ClockAllowed)) return Look("clock");
        try
        {
            var result = await forms.TakeAsync(form, kept.Again, context.RequestAborted);
            if (result.IsAhead) return Look("ahead");
            if (result.Conflicts.Count > 0) return Look("conflict");
            if (result.Errors.Count > 0) return Look("refused");
            return Results.Json(new Taken($"{(form["from"] == "today" ? "/" : $"/days/{IsoDay.Iso(result.Day)}")}?saved={result.Change?.Id.ToString() ?? "same"}"));
        }
        catch (ChangedMeanwhileException)
        {
            return Look("conflict");
        }

        IResult Look(string why) => Results.Json(new Ask(why, IsoDay.Iso(journal.Today)));
    }

    private static bool IsOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin"
        && request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value));
}
