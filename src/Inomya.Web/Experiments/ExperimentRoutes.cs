using System.Text;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Inomya.Web.Experiments;

/// <summary>What is no page: POST /experiments/day, and the files of an experiment.</summary>
public static class ExperimentRoutes
{
    public const string Day = "/experiments/day";

    public static void MapExperiments(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Day, KeepAsync);
        MapFile(routes, new("protocol.json", (_, run) => Task.FromResult(run.Experiment.Protocol)));
        MapFile(routes, new("result.json", ResultAsync, OnlyOnceOver: true));
        MapFile(routes, new("days.csv", DaysAsync, OnlyOnceOver: true));
    }

    private sealed record KeptFile(
        string Name,
        Func<ExperimentBook, ExperimentRun, Task<string>> Write,
        bool OnlyOnceOver = false
    );

    private static bool IsThere(KeptFile file, ExperimentRun run, LocalDate today) =>
        !run.IsHiddenOn(today) && !(file.OnlyOnceOver && run.PhaseOn(today) is Phase.Waiting or Phase.Running);

    private static void MapFile(IEndpointRouteBuilder routes, KeptFile file) =>
        routes.MapGet(
            $"/experiments/{{id:guid}}/{file.Name}",
            async (Guid id, PersonJournal person, MeasureCatalogue measures, [FromServices] DesignRules rules) =>
            {
                var journal = await person.OpenAsync();
                return await SendAsync(file, id, journal, new ExperimentBook(journal, measures, rules));
            }
        );

    private static async Task<string> ResultAsync(ExperimentBook book, ExperimentRun run) =>
        TrialFiles.ResultJson(run, await book.ReadAsync(run));

    private static async Task<string> DaysAsync(ExperimentBook book, ExperimentRun run)
    {
        var text = new StringWriter();
        TrialFiles.WriteCsv(await book.ReadAsync(run), text);
        return text.ToString();
    }

    private static async Task<IResult> KeepAsync(IFormCollection form, TestDayForms forms) =>
        Results.LocalRedirect($"{TestDayForms.PageOf(form)}?{Done.Query(await forms.TakeAsync(form))}");

    /// <summary>
    /// A file to keep. While it is hidden which packet is which, or the numbers would spoil the answer, there is none.
    /// </summary>
    private static async Task<IResult> SendAsync(KeptFile file, Guid id, Journal journal, ExperimentBook book)
    {
        if (await book.FindAsync(id) is not { } run || !IsThere(file, run, journal.Today))
            return Results.NotFound();
        return Results.File(
            Encoding.UTF8.GetBytes(await file.Write(book, run)),
            file.Name.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : "application/json",
            $"inomya-{file.Name}"
        );
    }
}
