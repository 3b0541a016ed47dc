using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.RateLimiting;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Links;

/// <summary>
/// What others open with a SMART Health Link: POST /shl/SECRET is the manifest, GET /shl/SECRET the one file of a direct
/// link, GET /shl/SECRET/TICKET a file of a manifest.
/// </summary>
/// <remarks>
/// Only what is locked leaves here; the key is in the link, which no server sees. Unknown, ended, expired, used up and
/// somebody else's are answered in the same words. Source: SMART Health Cards and Links 1.0.0 (HL7).
/// </remarks>
public static class LinkRoutes
{
    public const string Path = "/shl";

    /// <summary>What the tickets of files are signed for.</summary>
    public const string TicketPurpose = "inomya.link-file";

    private const string Limit = "links";

    /// <summary>For one link: a viewer asks two or three times.</summary>
    private const int MostAMinute = 600;
    private const int MostAskedBytes = 16 << 10;
    private const string Locked = "application/jose";

    /// <summary>A passcode costs time on purpose: many at once wait for each other, and find the link used up.</summary>
    private static readonly SemaphoreSlim AFew = new(4);

    /// <summary>Half an hour less than the standard allows.</summary>
    private static readonly TimeSpan TicketLasts = TimeSpan.FromMinutes(30);

    public sealed record Refusal(string Error);

    /// <summary>As the standard calls it.</summary>
    public sealed record WrongPasscode(int RemainingAttempts);

    private sealed record Asked(string? Recipient, string? Passcode, long? EmbeddedLengthMax);

    public static IServiceCollection AddLinks(this IServiceCollection services) =>
        services.AddRateLimiter(limits =>
            limits.AddPolicy(Limit, context =>
                RateLimitPartition.GetFixedWindowLimiter(
                    context.Request.RouteValues["secret"] as string ?? "",
                    _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = MostAMinute,
                        Window = TimeSpan.FromMinutes(1),
                    }
                )
            )
        );

    public static void MapLinks(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapGroup(Path).AllowAnonymous().RequireRateLimiting(Limit);
        links.MapPost("/{secret}", ManifestAsync).WithMetadata(new RequestSizeLimitAttribute(MostAskedBytes));
        links.MapGet("/{secret}", DirectAsync);
        links.MapGet("/{secret}/{ticket}", FileAsync);
        links.MapMethods("/{secret}", [HttpMethods.Options], (HttpContext context) => Preflight(context));
    }

    private static IResult Preflight(HttpContext context)
    {
        LetAnySiteAsk(context);
        context.Response.Headers.AccessControlAllowMethods = "GET, POST";
        context.Response.Headers.AccessControlAllowHeaders = "content-type";
        return Results.NoContent();
    }

    /// <summary>Viewers are web pages of others; no cookie of ours goes along.</summary>
    private static void LetAnySiteAsk(HttpContext context) => context.Response.Headers.AccessControlAllowOrigin = "*";

    private static async Task<IResult> ManifestAsync(
        string secret,
        HttpContext context,
        PersonJournal person,
        [FromServices] WebSettings settings,
        [FromServices] IDataProtectionProvider signer,
        [FromServices] Words words
    )
    {
        LetAnySiteAsk(context);
        if (await ReadAsync(context) is not { Recipient.Length: > 0 } asked)
            return Results.Json(new Refusal(words["links.served.bad"]), statusCode: StatusCodes.Status400BadRequest);
        if (await BookAsync(person, secret) is not { } book)
            return Gone(words);
        await AFew.WaitAsync(context.RequestAborted);
        try
        {
            return await OpenAsync(book, secret, asked, settings, signer, words);
        }
        finally
        {
            AFew.Release();
        }
    }

    private static async Task<IResult> OpenAsync(
        LinkBook book,
        string secret,
        Asked asked,
        WebSettings settings,
        IDataProtectionProvider signer,
        Words words
    )
    {
        if (await FindAsync(book, settings, secret, LinkBook.Manifest) is not { } link)
            return Gone(words);
        if (await book.TryAsync(link, asked.Passcode, asked.Recipient) is { } left)
            return left < 0
                ? Gone(words)
                : Results.Json(new WrongPasscode(left), statusCode: StatusCodes.Status401Unauthorized);
        if (await book.OpenAsync(link, asked.Recipient) is not { } file)
            return Gone(words);
        var here = settings.PublicUrl!.AbsoluteUri.TrimEnd('/');
        return Results.Json(ManifestOf(file, link, asked, $"{here}{Path}/{secret}/{TicketOf(signer, link)}"));
    }

    /// <summary>Of the person whose link the address says that it is, whoever else may be signed in here.</summary>
    private static async Task<LinkBook?> BookAsync(PersonJournal person, string secret) =>
        LinkBook.WhoseOf(secret) is { } whose && await person.OfAsync(whose) is { } journal
            ? new LinkBook(journal)
            : null;

    private static async Task<SharedLink?> FindAsync(LinkBook book, WebSettings settings, string secret, string way) =>
        settings.PublicUrl is null ? null : await book.FindAsync(secret, way);

    private static object ManifestOf(LinkFile file, SharedLink link, Asked asked, string location)
    {
        var entry = new Dictionary<string, string>
        {
            ["contentType"] = file.ContentType,
            ["status"] = "finalized",
            ["fhirVersion"] = "4.0.1",
            ["lastUpdated"] = NodaTime.Text.InstantPattern.General.Format(link.MadeAt),
        };
        if (asked.EmbeddedLengthMax >= file.Locked.Length)
            entry["embedded"] = file.Locked;
        else
            entry["location"] = location;
        return new { files = new[] { entry } };
    }

    private static string TicketOf(IDataProtectionProvider signer, SharedLink link) =>
        SignerOf(signer).Protect(link.Id.ToString("N"), TicketLasts);

    private static ITimeLimitedDataProtector SignerOf(IDataProtectionProvider signer) =>
        signer.CreateProtector(TicketPurpose).ToTimeLimitedDataProtector();

    /// <summary>The view was recorded when the manifest was asked for.</summary>
    private static async Task<IResult> FileAsync(
        string secret,
        string ticket,
        HttpContext context,
        PersonJournal person,
        [FromServices] WebSettings settings,
        [FromServices] IDataProtectionProvider signer,
        [FromServices] Words words
    )
    {
        LetAnySiteAsk(context);
        return
            await BookAsync(person, secret) is { } book
            && await FindAsync(book, settings, secret, LinkBook.Manifest) is { } link
            && IsFor(signer, ticket, link)
            && await (await person.OpenAsync()).LinkFileAsync(link.Id) is { } file
            ? Results.Text(file.Locked, Locked)
            : Gone(words);
    }

    private static bool IsFor(IDataProtectionProvider signer, string ticket, SharedLink link)
    {
        try
        {
            return SignerOf(signer).Unprotect(ticket) == link.Id.ToString("N");
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static async Task<IResult> DirectAsync(
        string secret,
        [FromQuery] string? recipient,
        HttpContext context,
        PersonJournal person,
        [FromServices] WebSettings settings,
        [FromServices] Words words
    )
    {
        LetAnySiteAsk(context);
        return
            await BookAsync(person, secret) is { } book
            && await FindAsync(book, settings, secret, LinkBook.Direct) is { } link
            && await book.OpenAsync(link, recipient) is { } file
            ? Results.Text(file.Locked, Locked)
            : Gone(words);
    }

    /// <summary>Null for what is no such question.</summary>
    private static async Task<Asked?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Asked>(
                context.Request.Body,
                JsonSerializerOptions.Web,
                context.RequestAborted
            );
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Gone(Words words) =>
        Results.Json(new Refusal(words["links.served.gone"]), statusCode: StatusCodes.Status404NotFound);
}
