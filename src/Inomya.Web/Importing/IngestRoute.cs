using System.Threading.RateLimiting;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Importing;

/// <summary>POST /ingest: takes what an app on a phone or a device sends of itself.</summary>
/// <remarks>
/// Let in by a token in a header, never in the address, which would stand in logs. It answers how much came and says nothing of what is
/// there. Sent again it changes nothing, so an app may send the last days each time.
/// </remarks>
public static class IngestRoute
{
    public const string Path = "/ingest";

    private const string Scheme = "Bearer ";

    /// <summary>For an app that cannot name a scheme.</summary>
    private const string OwnHeader = "X-Inomya-Token";

    private const string Limit = "ingest";
    private const int MostAMinute = 120;

    /// <summary>A year of a watch is sent in parts; more in one is a file to bring in.</summary>
    private const long MostBytes = 32L << 20;

    public sealed record Refusal(long Line, string Reason);

    public sealed record Taken(int Added, int Same, int Changed, IReadOnlyList<Refusal> Refused);

    public sealed record Problem(string Reason);

    /// <summary>Each bridge has its own limit, so that one that runs wild stops no other.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services) =>
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(Limit, context =>
                RateLimitPartition.GetFixedWindowLimiter(
                    TokenOf(context.Request)?.Bridge ?? Guid.Empty,
                    _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = MostAMinute,
                        Window = TimeSpan.FromMinutes(1),
                    }
                )
            );
        });

    public static void MapIngest(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(Path, HandleAsync)
            .AllowAnonymous()
            .RequireRateLimiting(Limit)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));

    private static async Task<IResult> HandleAsync(
        HttpContext context,
        PersonJournal person,
        [FromServices] MeasureCatalogue catalogue,
        [FromServices] Words words
    )
    {
        if (TokenOf(context.Request) is not { } token)
            return Say(StatusCodes.Status401Unauthorized, words["ingest.no-token"]);
        if (await person.OfAsync(token.Person) is not { } journal)
            return Say(StatusCodes.Status401Unauthorized, words["ingest.no-token"]);
        var book = new BridgeBook(journal);
        if (await book.FindAsync(token) is not { } bridge)
            return Say(StatusCodes.Status401Unauthorized, words["ingest.no-token"]);
        try
        {
            var taken = await TakeAsync(context, journal, catalogue, words);
            await book.ArrivedAsync(bridge);
            return Results.Json(taken);
        }
        catch (ImportException e)
        {
            return Say(StatusCodes.Status400BadRequest, words[$"import.{e.Why}", ("detail", e.Detail)]);
        }
    }

    private static async Task<Taken> TakeAsync(
        HttpContext context,
        Journal journal,
        MeasureCatalogue catalogue,
        Words words
    )
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length == 0)
            throw new ImportException(ImportProblem.Empty);
        var measures = await journal.MeasuresAsync(catalogue);
        var options = new ImportOptions { Days = journal.Days, Name = "ingest.json" };
        var reading = ImportFile.Read(
            body,
            options,
            catalogue,
            measures,
            journal.DateOnTheWall,
            CancellationToken.None
        );
        var done = await journal.ArriveAsync(reading.Facts, reading.Samples);
        var refused = reading.Refused.Select(r => new Refusal(r.Line, words[$"refused.{r.Why}"]));
        return new Taken(done.Added, done.Same, done.Changed, [.. refused]);
    }

    private static IResult Say(int status, string reason) => Results.Json(new Problem(reason), statusCode: status);

    private static BridgeToken? TokenOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? BridgeToken.Read(authorization[Scheme.Length..].Trim())
            : BridgeToken.Read(request.Headers[OwnHeader].ToString().Trim());
    }
}
