using System.Threading.RateLimiting;
using Inomya.Content;
using Inomya.Fhir;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Links;

/// <summary>GET /fhir: the record for an app that the person let read, of the kinds and for the time they chose. Nothing is written.</summary>
/// <remarks>Off until a key was given out. By FHIR R4, "RESTful API" and the operation Patient/$everything.</remarks>
public static class FhirRoutes
{
    public const string Path = "/fhir";

    private const string Scheme = "Bearer ";
    private const string Limit = "fhir";
    private const int MostAMinute = 300;
    private const int Usual = 100;

    public static IServiceCollection AddFhir(this IServiceCollection services) =>
        services.AddRateLimiter(limits =>
            limits.AddPolicy(Limit, context =>
                RateLimitPartition.GetFixedWindowLimiter(
                    TokenOf(context.Request)?.Bridge ?? Guid.Empty,
                    _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = MostAMinute,
                        Window = TimeSpan.FromMinutes(1),
                    }
                )
            )
        );

    public static void MapFhir(this IEndpointRouteBuilder routes)
    {
        var fhir = routes.MapGroup(Path).AllowAnonymous().RequireRateLimiting(Limit);
        fhir.MapGet("/metadata", MetadataAsync);
        fhir.MapGet("/Patient/$everything", (FhirAsked asked) => EverythingAsync(asked, null));
        fhir.MapGet("/Patient/{id}/$everything", (FhirAsked asked, string id) => EverythingAsync(asked, id));
        fhir.MapGet("/{type}", SearchAsync);
        fhir.MapGet("/{type}/{id}", ReadAsync);
        fhir.MapFallback("/{**rest}", (FhirAsked asked) =>
            asked.SayAsync(StatusCodes.Status404NotFound, "not-supported", "fhir.not-supported")
        );
    }

    private static async Task<IResult> MetadataAsync(FhirAsked asked) =>
        await asked.IsOnAsync()
            ? FhirAsked.Give(FhirServer.Capability(asked.Here, asked.Now))
            : await asked.SayAsync(StatusCodes.Status404NotFound, "not-found", "fhir.off");

    private static Task<IResult> EverythingAsync(FhirAsked asked, string? id) =>
        asked.LetInAsync(
            async (reader, token) =>
                id is not null && id != asked.PersonId
                    ? await asked.SayAsync(StatusCodes.Status404NotFound, "not-found", "fhir.not-found")
                : asked.Query(FhirQuery.Most) is not { } query
                    ? await asked.SayAsync(StatusCodes.Status400BadRequest, "not-supported", "fhir.parameter")
                : FhirAsked.Give(await reader.SearchAsync(token.Types, query, "Patient/$everything", asked.Stop))
        );

    private static Task<IResult> SearchAsync(FhirAsked asked, string type) =>
        asked.LetInAsync(
            async (reader, token) =>
                await asked.RefusedAsync(type, token) is { } refused ? refused
                : asked.Query(Usual) is not { } query
                    ? await asked.SayAsync(StatusCodes.Status400BadRequest, "not-supported", "fhir.parameter")
                : FhirAsked.Give(await reader.SearchAsync([type], query, type, asked.Stop))
        );

    private static Task<IResult> ReadAsync(FhirAsked asked, string type, string id) =>
        asked.LetInAsync(
            async (reader, token) =>
                await asked.RefusedAsync(type, token) is { } refused ? refused
                : await reader.ReadAsync(type, id, asked.Stop) is { } found ? FhirAsked.Give(found)
                : await asked.SayAsync(StatusCodes.Status404NotFound, "not-found", "fhir.not-found")
        );

    internal static BridgeToken? TokenOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? BridgeToken.Read(authorization[Scheme.Length..].Trim())
            : null;
    }
}
