using System.Text;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Experiments;

/// <summary>What is no page: POST /experiments/day, and the files of an experiment.</summary>
public static class ExperimentRoutes
{
    public const string Day = "/experiments/day";

    public static void MapExperiments(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Day, KeepAsync);
        routes.MapGet(
            "/experiments/{id:guid}/protocol.json",
            (Guid id, PersonJournal person, MeasureCatalogue measures, [FromServices] DesignRules rules) =>
                FileAsync(id, person, measures, rules, "protocol.json", (_, run) =>
                    Task.FromResult(run.Experiment.Protocol)
                )
        );
        routes.MapGet(
            "/experiments/{id:guid}/result.json",
            (Guid id, PersonJournal person, MeasureCatalogue measures, [FromServices] DesignRules rules) =>
                FileAsync(
                    id,
                    person,
                    measures,
                    rules,
                    "result.json",
                    async (book, run) => TrialFiles.ResultJson(run, await book.ReadAsync(run)),
                    onlyOnceOver: true
                )
        );
        routes.MapGet(
            "/experiments/{id:guid}/days.csv",
            (Guid id, PersonJournal person, MeasureCatalogue measures, [FromServices] DesignRules rules) =>
                FileAsync(
                    id,
                    person,
                    measures,
                    rules,
                    "days.csv",
                    async (book, run) =>
                    {
                        var text = new StringWriter();
                        TrialFiles.WriteCsv(await book.ReadAsync(run), text);
                        return text.ToString();
                    },
                    onlyOnceOver: true
                )
        );
    }

    private static async Task<IResult> KeepAsync(IFormCollection form, TestDayForms forms, CancellationToken stop) =>
        Results.LocalRedirect($"{TestDayForms.PageOf(form)}?{Done.Query(await forms.TakeAsync(form, stop))}");

    /// <summary>
    /// A file to keep. While it is hidden which packet is which, or the numbers would spoil the answer, there is none.
    /// </summary>
    private static async Task<IResult> FileAsync(
        Guid id,
        PersonJournal person,
        MeasureCatalogue measures,
        DesignRules rules,
        string name,
        Func<ExperimentBook, Run, Task<string>> write,
        bool onlyOnceOver = false
    )
    {
        var journal = await person.OpenAsync();
        var book = new ExperimentBook(journal, measures, rules);
        if (
            await book.FindAsync(id) is not { } run
            || run.IsHiddenOn(journal.Today)
            || (onlyOnceOver && run.PhaseOn(journal.Today) is Phase.Waiting or Phase.Running)
        )
            return Results.NotFound();
        return Results.File(
            Encoding.UTF8.GetBytes(await write(book, run)),
            name.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : "application/json",
            $"inomya-{name}"
        );
    }
}
