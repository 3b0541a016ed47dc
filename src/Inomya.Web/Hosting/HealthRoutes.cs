using Inomya.Journals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Hosting;

/// <summary>What a service manager or a proxy asks: is it alive, and can it serve? Yes (204) or no (503), and not a word more to a stranger.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.NoContent()).AllowAnonymous();
        // as a delegate of its own: one that is taken for a plain request handler loses what it returns
        routes.MapGet("/health/ready", (Delegate)ReadyAsync).AllowAnonymous();
    }

    /// <summary>The journal is open and whole, its storage answers, and its tables are those that this version knows.</summary>
    private static async Task<IResult> ReadyAsync(HttpContext context)
    {
        var running = context.RequestServices.GetService<RunningJournal>();
        var isReady =
            running is { IsOpen: true, IsDamaged: false } && await IsCurrentAsync(running, context.RequestAborted);
        if (isReady)
            return Results.NoContent();
        context.AnswerInFull();
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> IsCurrentAsync(RunningJournal running, CancellationToken stop)
    {
        var (store, _) = await running.EnterAsync(stop);
        try
        {
            return await store.IsCurrentAsync(stop);
        }
        finally
        {
            running.Leave();
        }
    }
}
