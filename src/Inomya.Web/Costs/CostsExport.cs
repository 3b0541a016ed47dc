using System.Globalization;
using Inomya.Costs;
using Inomya.Journals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Costs;

/// <summary>GET /costs/export.csv: every cost as a table.</summary>
public static class CostsExport
{
    public static void MapCostsExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/costs/export.csv", HandleAsync);

    private static async Task<IResult> HandleAsync([FromServices] PersonJournal person)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        CostTotals.WriteCsv(text, await (await person.OpenAsync()).AllAsync<Cost>());
        return Results.File(
            System.Text.Encoding.UTF8.GetBytes(text.ToString()),
            "text/csv; charset=utf-8",
            "costs.csv"
        );
    }
}
