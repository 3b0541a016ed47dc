using Inomya.Content;
using Inomya.Vocabulary;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Settings;

/// <summary>
/// POST /you/country: where the person lives. GET /you/country?zone=: what a browser's time zone points to, to be asked
/// about.
/// </summary>
public static class CountryRoutes
{
    public const string Path = "/you/country";

    public static void MapCountry(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, SaveAsync);
        routes.MapGet(Path, (string? zone, Words words) =>
            Countries.OfZone(zone) is { } code
                ? Results.Json(new { code, name = CountryNames.Of(words, code) })
                : Results.NoContent()
        );
    }

    /// <param name="country">Empty: they would rather not say.</param>
    private static async Task<IResult> SaveAsync([FromForm] string? country, PersonJournal person)
    {
        if (string.IsNullOrEmpty(country) || Countries.Find(country) is not null)
            await (await person.OpenAsync()).LiveInAsync(string.IsNullOrEmpty(country) ? null : country);
        return Results.LocalRedirect("/");
    }
}
