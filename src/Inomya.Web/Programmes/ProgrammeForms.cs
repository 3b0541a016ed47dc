using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Programmes;

/// <summary>Takes what a person says of a programme: a step that was done, a rest, going on, the other road, the end.</summary>
public sealed class ProgrammeForms(PersonProgrammes programmes, PersonJournal person) : IKeptForms
{
    public const string Step = "programme-step",
        Pause = "programme-pause",
        GoOn = "programme-on",
        OtherRoad = "programme-road",
        Leave = "programme-end";

    public IReadOnlyCollection<string> Names { get; } = [Step, Pause, GoOn, OtherRoad, Leave];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) =>
        programmes.Find(form["programme"].ToString()) is { } programme ? $"/programmes/{programme.Id}" : "/programmes";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        await TakeAsync(form, at, stop) is { } change ? KeptResult.Recorded(change) : await WhyNotAsync(form, stop);

    /// <summary>
    /// Null when the journal says this already, when there is no such programme or step, and where gates keep it at rest.
    /// </summary>
    public async Task<Change?> TakeAsync(IFormCollection form, Instant? at = null, CancellationToken stop = default)
    {
        var (id, key) = (form["programme"].ToString(), form["submission"].ToString());
        var (book, day) = (await programmes.BookAsync(), await DayAsync(form, at));
        return form["_handler"].ToString() switch
        {
            Step => await book.DoAsync(id, form["step"].ToString(), FormIn(form), key, day, stop),
            Pause => await book.PauseAsync(id, key, day, stop),
            GoOn => await book.GoOnAsync(id, key, day, stop),
            OtherRoad => await book.TakeRoadAsync(id, RoadIn(form), key, day, stop),
            Leave => await book.LeaveAsync(id, key, day, stop),
            _ => null,
        };
    }

    private async Task<KeptResult> WhyNotAsync(IFormCollection form, CancellationToken stop) =>
        await (await programmes.BookAsync()).FindAsync(form["programme"].ToString(), stop) is not { } at
            ? KeptResult.Changed
            : form["_handler"].ToString() switch
            {
                Step => at.Text.Find(form["step"].ToString()) is null ? KeptResult.Changed : KeptResult.AlreadyThere,
                Leave => KeptResult.AlreadyThere,
                _ when at.HasEnded => KeptResult.Changed,
                GoOn when at.IsResting => KeptResult.Refused,
                _ => KeptResult.AlreadyThere,
            };

    /// <summary>It was to be gone on with, and rests on: gates keep it there.</summary>
    public async Task<bool> RestsOnAsync(IFormCollection form, CancellationToken stop = default) =>
        form["_handler"] == GoOn && await WhyNotAsync(form, stop) == KeptResult.Refused;

    /// <summary>The day on which it was done, as its page or the device said it; never one to come.</summary>
    private async Task<LocalDate> DayAsync(IFormCollection form, Instant? at)
    {
        var journal = await person.OpenAsync();
        var sent = journal.Days.DayOf(at ?? journal.Now);
        return LocalDate.Min(IsoDay.DayOf(form["day"]) ?? sent, journal.Today);
    }

    private static StepForm FormIn(IFormCollection form) =>
        Enum.TryParse<StepForm>(form["form"], out var how) && Enum.IsDefined(how) ? how : StepForm.Usual;

    /// <summary>The road of a form; the core where it says none.</summary>
    public static Road RoadIn(IFormCollection form) =>
        Enum.TryParse<Road>(form["road"], out var road) && Enum.IsDefined(road) ? road : Road.Core;
}
