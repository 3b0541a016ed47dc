using Inomya.Medicines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Medicines;

/// <summary>
/// POST /treatments/find: names on the local list that fit what is being typed. A POST, so that no medicine stands in
/// an address.
/// </summary>
public static class FindMedicine
{
    public const string Path = "/treatments/find";

    private const int Most = 6,
        LongestTyped = 100;

    public static void MapFindMedicine(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, ([FromForm] string? name, [FromServices] MedicineCatalogue medicines) =>
            TypedResults.Json(Find(medicines, name ?? ""))
        );

    public static IReadOnlyList<FoundMedicine> Find(MedicineCatalogue medicines, string typed) =>
        typed.Trim().Length is < 2 or > LongestTyped
            ? []
            : [.. medicines.Names.Find(typed, Most).Select(h => new FoundMedicine(h.Name, What(h)))];

    /// <summary>"duloxetine · RxNorm 72625 · ATC N06AX21": only codes that were checked against their system.</summary>
    private static string What(NameHit hit)
    {
        var names = string.Join(" + ", hit.Substances.Select(s => s.Name));
        var isSame = string.Equals(names, hit.Name, StringComparison.OrdinalIgnoreCase);
        return string.Join(" · ", CodesOf(hit).Prepend(isSame ? "" : names).Where(p => p.Length > 0));
    }

    private static IEnumerable<string> CodesOf(NameHit hit) =>
        hit.Substances is [var only]
            ? only.Codes.Where(c => c.Verified).Select(c => $"{SystemName(c.System)} {c.Code}")
            : [];

    private static string SystemName(string system) =>
        system switch
        {
            "rxnorm" => "RxNorm",
            "atc" => "ATC",
            _ => system,
        };
}
