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
        var sent = await SentAsync(journal, day, form, at ?? journal.Now, stop);
        return form["_handler"].ToString() switch
        {
            All => await AllAsync(sent, stop),
            More => await MoreAsync(sent, stop),
            Drop => await DropAsync(sent, stop),
            One when StatusIn(form) is { } mine => await OneAsync(sent, mine, stop),
            _ => new(KeptResult.Refused),
        };
    }

    private static async Task<Sent> SentAsync(
        Journal journal,
        LocalDate day,
        IFormCollection form,
        Instant at,
        CancellationToken stop
    )
    {
        var doses = await DayDoses.ReadAsync(journal, day, stop);
        var draft = new Draft("intake", form["submission"], day);
        return new Sent(journal, doses, form, draft, journal.Days.DayOf(at) == day ? at : null);
    }

    private static IntakeStatus? StatusIn(IFormCollection form) =>
        Enum.TryParse<IntakeStatus>(form[Status], out var mine) && Statuses.Contains(mine) ? mine : null;

    /// <summary>A form of doses that was sent, with the day it is about.</summary>
    /// <param name="Then">When it was sent; null where that was on another day.</param>
    private sealed record Sent(Journal Journal, DayDoses Doses, IFormCollection Form, Draft Draft, Instant? Then);

    private static async Task<DoseResult> AllAsync(Sent sent, CancellationToken stop)
    {
        foreach (var open in sent.Doses.Planned.Where(d => d.Intake is null))
            sent.Draft.Add(IntakeOf(open, IntakeStatus.Taken, sent.Then));
        return sent.Doses.Planned.Count == 0
            ? new(KeptResult.Changed)
            : await KeepAsync(sent.Journal, sent.Draft, stop);
    }

    private static async Task<DoseResult> MoreAsync(Sent sent, CancellationToken stop)
    {
        if (CourseOf(sent.Doses, RowForm.RowOf(sent.Form)) is not { } course)
            return new(KeptResult.Changed);
        return await KeepAsync(sent.Journal, sent.Draft.Add(IntakeOf(course, sent.Doses.Day, sent.Then)), stop);
    }

    /// <summary>One that is gone was taken out before.</summary>
    private static async Task<DoseResult> DropAsync(Sent sent, CancellationToken stop)
    {
        var draft = new Draft("delete", sent.Form["submission"], sent.Doses.Day);
        if (Unplanned(sent.Doses).FirstOrDefault(i => i.Id == RowForm.RowOf(sent.Form)) is { } intake)
            draft.Remove(intake);
        return await KeepAsync(sent.Journal, draft, stop);
    }

    private static IEnumerable<Intake> Unplanned(DayDoses doses) =>
        doses.Needed.SelectMany(n => n.Taken).Concat(doses.Extra.Select(e => e.Intake));

    private static async Task<DoseResult> OneAsync(Sent sent, IntakeStatus mine, CancellationToken stop)
    {
        if (sent.Doses.Planned.FirstOrDefault(d => RowOf(d) == RowForm.RowOf(sent.Form)) is not { } dose)
            return new(KeptResult.Changed);
        if (dose.Intake?.Status is { } there && there != mine && SeenIn(sent.Form) != there)
            return new(KeptResult.Conflict, dose, mine);
        Say(sent.Draft, dose, IntakeOf(dose, mine, sent.Then));
        return await KeepAsync(sent.Journal, sent.Draft, stop);
    }

    private static void Say(Draft draft, DoseOfDay dose, Intake wanted)
    {
        if (dose is not { IsOwn: true, Intake: { } own })
            draft.Add(wanted);
        else if (own.Status != wanted.Status)
            draft.Correct(own, wanted);
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

    /// <summary>One that no plan asked for.</summary>
    private static Intake IntakeOf(Course course, LocalDate day, Instant? at) =>
        new()
        {
            TreatmentId = course.TreatmentId,
            CourseId = course.Id,
            Day = day,
            Status = course.AsNeeded ? IntakeStatus.Taken : IntakeStatus.Extra,
            At = at,
            Source = DayDoses.Source,
        };

    private static Intake IntakeOf(DoseOfDay dose, IntakeStatus status, Instant? at) =>
        new()
        {
            Id = IdOf(dose.Planned),
            TreatmentId = dose.Treatment.Id,
            CourseId = dose.Planned.Course.Id,
            Day = dose.Planned.Day,
            Slot = dose.Planned.Number,
            Status = status,
            Source = DayDoses.Source,
            At = status == IntakeStatus.Late ? at : null,
        };

    /// <summary>The same from every device, so that a dose is recorded once.</summary>
    private static Guid IdOf(PlannedDose planned) =>
        Recorded.ImportId(DayDoses.Source, $"{planned.Course.Id}", $"{planned.Number}", IsoDay.Iso(planned.Day));
}
