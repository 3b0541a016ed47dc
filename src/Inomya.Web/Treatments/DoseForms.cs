using Inomya.Journals;
using Inomya.Treatments;
using Inomya.Web.Design;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Treatments;

/// <summary>Takes the forms of the doses of a day: one dose, one more, one taken out, all as planned.</summary>
public sealed class DoseForms(PersonJournal person) : IKeptForms
{
    /// <summary>Names of the forms: what a form sends as _handler.</summary>
    public const string One = "dose",
        More = "dose-more",
        Drop = "dose-drop",
        All = "doses-all";

    /// <summary>The field of <see cref="One"/> that holds an <see cref="IntakeStatus"/>.</summary>
    public const string Status = "status";

    /// <summary>What can be said of a planned dose.</summary>
    public static IReadOnlyList<IntakeStatus> Statuses { get; } =
    [IntakeStatus.Taken, IntakeStatus.Late, IntakeStatus.Skipped];

    public IReadOnlyCollection<string> Names { get; } = [One, More, Drop, All];

    /// <summary>A number for a dose that stays the same from page to page, and from day to day.</summary>
    public static Guid RowOf(DoseOfDay dose) =>
        Recorded.ImportId(
            "dose",
            dose.Planned.Course.Id.ToString(),
            dose.Planned.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) => PageOf(day, today);

    public static string PageOf(LocalDate day, LocalDate today) =>
        day == today ? "/doses" : $"/doses/{IsoDay.Iso(day)}";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        (await TakeAsync(form, at, stop)).Kept;

    /// <inheritdoc cref="IKeptForms.TakeAsync"/>
    public Task<DoseResult> TakeAsync(IFormCollection form, Instant? at = null, CancellationToken stop = default) =>
        Journal.DecideAsync(() => TakeOnceAsync(form, at, stop));

    private async Task<DoseResult> TakeOnceAsync(IFormCollection form, Instant? at, CancellationToken stop)
    {
        var journal = await person.OpenAsync();
        var day = IsoDay.DayOf(form["day"]) ?? journal.Today;
        if (day > journal.Today)
            return new(KeptResult.Refused);
        var doses = await DayDoses.ReadAsync(journal, day, stop);
        var time = at ?? journal.Now;
        Instant? then = journal.Days.DayOf(time) == day ? time : null;
        var draft = new Draft("intake", form["submission"], day);
        switch (form["_handler"].ToString())
        {
            case All:
                return await AllAsync(journal, doses, draft, then, stop);
            case More:
                return await MoreAsync(journal, doses, RowForm.RowOf(form), draft, then, stop);
            case Drop:
                return await DropAsync(journal, doses, form, stop);
            case One when Enum.TryParse<IntakeStatus>(form[Status], out var mine) && Statuses.Contains(mine):
                return doses.Planned.FirstOrDefault(d => RowOf(d) == RowForm.RowOf(form)) is { } dose
                    ? await OneAsync(journal, dose, mine, SeenIn(form), draft, then, stop)
                    : new(KeptResult.Changed);
            default:
                return new(KeptResult.Refused);
        }
    }

    private static async Task<DoseResult> AllAsync(
        Journal journal,
        DayDoses doses,
        Draft draft,
        Instant? then,
        CancellationToken stop
    )
    {
        foreach (var open in doses.Planned.Where(d => d.Intake is null))
            draft.Add(IntakeOf(open, IntakeStatus.Taken, then));
        return doses.Planned.Count == 0 ? new(KeptResult.Changed) : await KeepAsync(journal, draft, stop);
    }

    private static async Task<DoseResult> MoreAsync(
        Journal journal,
        DayDoses doses,
        Guid? row,
        Draft draft,
        Instant? then,
        CancellationToken stop
    ) =>
        CourseOf(doses, row) is { } course
            ? await KeepAsync(
                journal,
                draft.Add(
                    new Intake
                    {
                        TreatmentId = course.TreatmentId,
                        CourseId = course.Id,
                        Day = doses.Day,
                        Status = course.AsNeeded ? IntakeStatus.Taken : IntakeStatus.Extra,
                        At = then,
                        Source = DayDoses.Source,
                    }
                ),
                stop
            )
            : new(KeptResult.Changed);

    /// <summary>One that is gone was taken out before.</summary>
    private static async Task<DoseResult> DropAsync(
        Journal journal,
        DayDoses doses,
        IFormCollection form,
        CancellationToken stop
    )
    {
        var draft = new Draft("delete", form["submission"], doses.Day);
        if (
            doses
                .Needed.SelectMany(n => n.Taken)
                .Concat(doses.Extra.Select(e => e.Intake))
                .FirstOrDefault(i => i.Id == RowForm.RowOf(form)) is
            { } intake
        )
            draft.Remove(intake);
        return await KeepAsync(journal, draft, stop);
    }

    private static async Task<DoseResult> OneAsync(
        Journal journal,
        DoseOfDay dose,
        IntakeStatus mine,
        IntakeStatus? seen,
        Draft draft,
        Instant? then,
        CancellationToken stop
    )
    {
        if (dose.Intake?.Status is { } there && there != mine && seen != there)
            return new(KeptResult.Conflict, dose, mine);
        var wanted = IntakeOf(dose, mine, then);
        if (dose is not { IsOwn: true, Intake: { } own })
            draft.Add(wanted);
        else if (own.Status != mine)
            draft.Correct(own, wanted);
        return await KeepAsync(journal, draft, stop);
    }

    /// <summary>An empty draft says what the journal says.</summary>
    private static async Task<DoseResult> KeepAsync(Journal journal, Draft draft, CancellationToken stop) =>
        new(draft.IsEmpty ? KeptResult.AlreadyThere : KeptResult.Recorded(await journal.RecordAsync(draft, stop)));

    /// <summary>What the dose's form showed; null for a dose of which nothing was recorded.</summary>
    private static IntakeStatus? SeenIn(IFormCollection form) =>
        Enum.TryParse<IntakeStatus>(
            (KeptFields.Before(form) is { } before ? before[Status] : form[KeptFields.Seen]).ToString(),
            out var seen
        )
            ? seen
            : null;

    private static Course? CourseOf(DayDoses doses, Guid? id) =>
        doses
            .Needed.Select(n => n.Course)
            .Concat(doses.Planned.Select(d => d.Planned.Course))
            .FirstOrDefault(c => c.Id == id);

    private static Intake IntakeOf(DoseOfDay dose, IntakeStatus status, Instant? at) =>
        new()
        {
            Id = Recorded.ImportId(
                DayDoses.Source,
                $"{dose.Planned.Course.Id}",
                $"{dose.Planned.Number}",
                IsoDay.Iso(dose.Planned.Day)
            ),
            TreatmentId = dose.Treatment.Id,
            CourseId = dose.Planned.Course.Id,
            Day = dose.Planned.Day,
            Slot = dose.Planned.Number,
            Status = status,
            Source = DayDoses.Source,
            At = status == IntakeStatus.Late ? at : null,
        };
}
