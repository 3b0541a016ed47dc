using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Experiments;

/// <summary>Takes what the person says of a day of their test: that it went as the plan says, or otherwise.</summary>
public sealed class TestDayForms(PersonJournal person, MeasureCatalogue measures, DesignRules rules) : IKeptForms
{
    public const string Name = "test-day";

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) => PageOf(form);

    public static string PageOf(IFormCollection form) =>
        form["to"] != "/" && Guid.TryParse(form["experiment"], out var id) ? $"/experiments/{id}" : "/";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        await TakeAsync(form, stop) is { } change ? KeptResult.Recorded(change)
        : await HasDayAsync(form, stop) ? KeptResult.AlreadyThere
        : KeptResult.Changed;

    /// <summary>Null when the journal says this already, or when the test has no such day.</summary>
    public async Task<Change?> TakeAsync(IFormCollection form, CancellationToken stop = default)
    {
        if (!Guid.TryParse(form["experiment"], out var experiment) || IsoDay.DayOf(form["day"]) is not { } day)
            return null;
        var book = new ExperimentBook(await person.OpenAsync(), measures, rules);
        return await Journal.DecideAsync(() =>
            book.KeepAsync(experiment, day, AdherenceIn(form), form["submission"], stop)
        );
    }

    private static Adherence? AdherenceIn(IFormCollection form) =>
        Enum.TryParse<Adherence>(form["kept"], out var how) && Enum.IsDefined(how) ? how : null;

    private async Task<bool> HasDayAsync(IFormCollection form, CancellationToken stop) =>
        Guid.TryParse(form["experiment"], out var experiment)
        && IsoDay.DayOf(form["day"]) is { } day
        && await new ExperimentBook(await person.OpenAsync(), measures, rules).FindAsync(experiment, stop) is { } run
        && day >= run.Protocol.Start
        && day <= run.Last;
}
