using Inomya.Journals;
using Inomya.RedFlags;
using Inomya.Web.Accounts;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Inomya.Web.Offline;

/// <summary>POST /outbox: takes one form that a device kept until there was a connection.</summary>
/// <remarks>
/// Needs no form token, so that it still counts after a week, a restart or cleared cookies. That no other site can send
/// it is made sure by its type (JSON, which another site may not send without asking) and by where the browser says it
/// comes from.
/// </remarks>
public static class OutboxRoutes
{
    public const string Path = "/outbox";

    /// <summary>A device whose clock is further off does not know which day it is.</summary>
    private static readonly Duration ClockAllowed = Duration.FromHours(1);

    /// <summary>One kept form. The same shape for good: a tab of an older version may send it.</summary>
    /// <param name="Fields">Name and value of each field, as the form would have sent them.</param>
    /// <param name="Clock">What the device takes for now, in milliseconds since 1970.</param>
    /// <param name="At">
    /// What the device took for now when the person sent the form; 0 where an older version does not say.
    /// </param>
    /// <param name="ByDevice">The device told the day from its own clock; else the page came with it.</param>
    /// <param name="Again">It may have arrived before.</param>
    /// <param name="Whose">The tag of the page it was written on; null where an older version does not say.</param>
    public sealed record Kept(
        string[][]? Fields,
        long Clock = 0,
        long At = 0,
        bool ByDevice = false,
        bool Again = false,
        string? Whose = null
    );

    /// <summary>
    /// Why the person must look: "ahead" or "clock" (which day?), "conflict" (which answer?), "changed" (what it is
    /// about), "refused" (cannot be recorded), "whose" (written by another person, or by nobody knows whom).
    /// </summary>
    public sealed record Ask(string Why, string Today);

    /// <param name="To">The page that shows what was recorded.</param>
    /// <param name="Crisis">
    /// That page says whom to call, so it is opened also where a form is sent later, from another page.
    /// </param>
    public sealed record Taken(string To, bool Crisis);

    /// <summary>A room whose forms can wait on a device.</summary>
    public static IServiceCollection AddKeptForms<T>(this IServiceCollection services)
        where T : class, IKeptForms =>
        services.AddScoped<T>().AddScoped<IKeptForms>(provider => provider.GetRequiredService<T>());

    public static void MapOutbox(this IEndpointRouteBuilder routes) => routes.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(
        HttpContext context,
        [FromBody] Kept? kept,
        PersonJournal person,
        [FromServices] CrisisWords phrases,
        IEnumerable<IKeptForms> rooms
    )
    {
        if (!IsOwn(context.Request))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (kept is null || !IsWhole(kept))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var form = KeptFields.FormOf(kept.Fields ?? []);
        var journal = await person.OpenAsync();
        if (!IsOf(context, kept))
            return Look("whose");
        if (rooms.FirstOrDefault(r => r.Names.Contains(form["_handler"].ToString())) is not { } room)
            return Look(KeptResult.Refused.Why!);
        var day = IsoDay.DayOf(form["day"]) ?? journal.Today;
        if (!KnowsTheDay(kept, journal.Now))
            return Look("clock");
        if (day > journal.Today)
            return Look("ahead");
        var result = await TakeAsync(room, kept, form, journal, person.Stop);
        if (result.Why is { } why)
            return Look(why);
        var crisis = result.Change is { } c && await phrases.AreInAsync(journal, c.Id, person.Stop);
        return Results.Json(
            new Taken(
                $"{context.Request.PathBase}{room.PageOf(form, day, journal.Today)}?{Done.Query(result.Change)}",
                crisis
            )
        );

        IResult Look(string why) => Results.Json(new Ask(why, IsoDay.Iso(journal.Today)));
    }

    /// <summary>
    /// Who is signed in is who wrote it. Where nobody has to sign in, a form that does not say is of the one person there is.
    /// </summary>
    private static bool IsOf(HttpContext context, Kept kept) =>
        kept.Whose is { } tag ? tag == SessionCheck.WhoseOf(context) : SessionCheck.IsHome(context);

    /// <summary>What a device can have written: fields of a name and a value, and times that are moments.</summary>
    private static bool IsWhole(Kept kept) =>
        IsMoment(kept.Clock) && IsMoment(kept.At) && (kept.Fields ?? []).All(KeptFields.IsField);

    private static bool IsMoment(long milliseconds) =>
        milliseconds >= 0 && milliseconds <= Instant.MaxValue.ToUnixTimeMilliseconds();

    private static bool KnowsTheDay(Kept kept, Instant now)
    {
        var late = now - Instant.FromUnixTimeMilliseconds(kept.Clock);
        return !kept.ByDevice || (late <= ClockAllowed && late >= -ClockAllowed);
    }

    private static async Task<KeptResult> TakeAsync(
        IKeptForms room,
        Kept kept,
        IFormCollection form,
        Journal journal,
        CancellationToken stop
    )
    {
        try
        {
            if (
                kept.Again
                && form["submission"].ToString() is { Length: > 0 } key
                && await journal.TakenAsync(key, stop) is { } before
            )
                return KeptResult.Recorded(before);
            return await room.TakeAsync(form, SentAt(kept, journal.Now), stop);
        }
        catch (ChangedMeanwhileException)
        {
            return KeptResult.Conflict;
        }
    }

    /// <summary>By how long it waited on the device, not by what the device takes for the time.</summary>
    private static Instant SentAt(Kept kept, Instant now) =>
        kept.At > 0 && kept.Clock > kept.At ? now - Duration.FromMilliseconds(kept.Clock - kept.At) : now;

    private static bool IsOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin"
        && request.Headers.Origin.ToString() is var origin
        && (
            origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value)
        );
}
