using Inomya.Analysis;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>The programmes of one person: begun, gone through step by step, paused, gone on with, ended.</summary>
/// <remarks>
/// Nothing here is late: a step waits for as long as it takes. Two devices that say the same write it once, and what a
/// new version of the content no longer has is kept.
/// </remarks>
public sealed class ProgrammeBook(
    Journal journal,
    IReadOnlyList<ProgrammeText> programmes,
    ProgrammeRules rules,
    Gates gates,
    MedicineCatalogue medicines
)
{
    private const string Own = "own";

    /// <summary>Every programme that was begun, and is still in content: the newest of each.</summary>
    public async Task<IReadOnlyList<Underway>> AllAsync(CancellationToken stop = default)
    {
        var enrolments = await journal.AllAsync<Enrolment>(stop);
        if (enrolments.Count == 0)
            return [];
        var done = (await journal.AllAsync<StepDone>(stop)).ToLookup(d => d.EnrolmentId);
        var evidence = await GateEvidence.ReadAsync(journal, medicines, stop);
        var all = new List<Underway>();
        foreach (var programme in programmes)
            if (NewestOf(enrolments, programme.Id) is { } enrolment)
                all.Add(await UnderwayAsync(enrolment, programme, done[enrolment.Id], evidence, stop));
        return all;
    }

    /// <summary>How one programme stands; null when it was never begun.</summary>
    public async Task<Underway?> FindAsync(string programme, CancellationToken stop = default)
    {
        var text = programmes.FirstOrDefault(p => p.Id == programme);
        if (text is null || NewestOf(await journal.AllAsync<Enrolment>(stop), programme) is not { } enrolment)
            return null;
        var done = (await journal.AllAsync<StepDone>(stop)).Where(d => d.EnrolmentId == enrolment.Id);
        var evidence = await GateEvidence.ReadAsync(journal, medicines, stop);
        return await UnderwayAsync(enrolment, text, done, evidence, stop);
    }

    /// <summary>
    /// The programme that may be brought up today: one in so many days over all of them, and never on the first day of
    /// one. Always on the same day of the week, counted from the first that was ever begun.
    /// </summary>
    /// <param name="among">Those that may be spoken of.</param>
    /// <returns>The one that was quiet longest; null when today is no such day, or none was quiet so long.</returns>
    public async Task<Underway?> BroughtUpAsync(IReadOnlyList<Underway> among, CancellationToken stop = default)
    {
        if (among.Count == 0)
            return null;
        var first = (await journal.AllAsync<Enrolment>(stop)).Min(e => e.Start);
        return Period.DaysBetween(first, journal.Today) % rules.PromptDays != 0
            ? null
            : among.Where(a => a.IsQuietFor(rules.PromptDays)).MinBy(a => a.LastDone ?? a.Enrolment.Start);
    }

    private async Task<Underway> UnderwayAsync(
        Enrolment enrolment,
        ProgrammeText text,
        IEnumerable<StepDone> done,
        GateEvidence evidence,
        CancellationToken stop
    ) =>
        new(
            enrolment,
            text,
            done.ToDictionary(d => d.Step, StringComparer.Ordinal),
            await HarmWatch.SeenAsync(journal, enrolment, new HarmSources(rules, gates), evidence, stop),
            new GateBook(journal, gates, medicines).StatesOf(text.Of.Kind, text.Of.Gates, [], evidence),
            journal.Today
        );

    private static Enrolment? NewestOf(IEnumerable<Enrolment> all, string programme) =>
        all.Where(e => e.Programme == programme).MaxBy(e => (e.EndedOn is null, e.Day, e.ChangeId));

    /// <summary>Begins a programme, today or on a day that is drawn.</summary>
    /// <param name="title">What "what helped" calls it, in the person's language.</param>
    /// <param name="draw">Among how many days from tomorrow on, and the seed; null: today.</param>
    /// <returns>Null when it is going on already.</returns>
    /// <exception cref="ArgumentException">There is no such programme.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many days to draw among.</exception>
    public Task<Change?> EnrolAsync(
        string programme,
        Road road,
        string title,
        (int Days, ulong Seed)? draw = null,
        string? key = null,
        CancellationToken stop = default
    ) => Journal.DecideAsync(() => EnrolOnceAsync(programme, road, title, draw, key, stop));

    private async Task<Change?> EnrolOnceAsync(
        string programme,
        Road road,
        string title,
        (int Days, ulong Seed)? draw,
        string? key,
        CancellationToken stop
    )
    {
        var text = programmes.FirstOrDefault(p => p.Id == programme)
            ?? throw new ArgumentException($"There is no programme '{programme}'.", nameof(programme));
        var before = (await journal.AllAsync<Enrolment>(stop)).Where(e => e.Programme == programme).ToList();
        if (before.Exists(e => e.EndedOn is null))
            return null;
        var drawn = draw is var (days, seed) ? new DrawnStart(journal.Today.PlusDays(1), days, seed) : null;
        var course = await CourseAsync(programme, title, StartOf(drawn), drawn, before.Count, stop);
        var enrolment = new Enrolment
        {
            // the same on two devices that begin it at the same time
            Id = Recorded.ImportId("enrolment", programme, $"{before.Count}"),
            Programme = programme,
            Version = text.Of.Version,
            Road = road,
            Day = journal.Today,
            Start = StartOf(drawn),
            Drawn = drawn,
            CourseId = course.Course.Id,
        };
        var draft = new Draft("programme-begin", key, journal.Today).Add(enrolment).Add(course.Course);
        if (course.Treatment is { } treatment)
            draft.Add(treatment);
        return await journal.RecordAsync(draft, stop);
    }

    private LocalDate StartOf(DrawnStart? drawn) =>
        drawn is null
            ? journal.Today
            : Epoch.ToLocalDate(new StartDraw(drawn.From.ToEpochDay(), drawn.Days, drawn.Seed).StartDay);

    /// <summary>The programme as "what helped" knows it: a treatment that is gone through, not taken.</summary>
    /// <returns>The treatment is null where it is there from an earlier time.</returns>
    private async Task<(Course Course, Treatment? Treatment)> CourseAsync(
        string programme,
        string title,
        LocalDate start,
        DrawnStart? drawn,
        int number,
        CancellationToken stop
    )
    {
        var id = Recorded.ImportId("programme", programme);
        var course = new Course
        {
            Id = Recorded.ImportId("programme-course", programme, $"{number}"),
            TreatmentId = id,
            Start = start,
            Schedule = new DoseSchedule { NoDoses = true, Drawn = drawn },
        };
        var isThere = await journal.FindAsync<Treatment>(id, stop) is not null;
        var treatment = new Treatment
        {
            Id = id,
            Name = title,
            Kind = Journals.TreatmentKind.Programme,
        };
        return (course, isThere ? null : treatment);
    }

    /// <summary>A step was done or passed over. With the last one of the road the programme is finished.</summary>
    /// <param name="day">The day on which it was done.</param>
    /// <returns>
    /// Null when the journal says so already, or there is no such programme or step; a step that was passed over and is
    /// done now becomes one that was done.
    /// </returns>
    public Task<Change?> DoAsync(
        string programme,
        string step,
        StepForm form,
        string? key = null,
        LocalDate? day = null,
        CancellationToken stop = default
    ) => Journal.DecideAsync(() => DoOnceAsync(programme, step, form, key, day ?? journal.Today, stop));

    private async Task<Change?> DoOnceAsync(
        string programme,
        string step,
        StepForm form,
        string? key,
        LocalDate day,
        CancellationToken stop
    )
    {
        if (await FindAsync(programme, stop) is not { } at || at.Text.Find(step) is not { } of)
            return null;
        var before = at.Done.GetValueOrDefault(step);
        if (before is { Form: not StepForm.PassedOver } || (before is not null && form == StepForm.PassedOver))
            return null;
        var done = new StepDone
        {
            Id = StepDone.IdOf(at.Enrolment.Id, step),
            EnrolmentId = at.Enrolment.Id,
            Step = step,
            Version = of.Version,
            Form = form,
            Day = day,
        };
        var draft = new Draft("programme-step", key, day);
        _ = before is null ? draft.Add(done) : draft.Correct(before, done);
        if (!at.HasEnded && at.Steps.All(s => s.Id == step || at.Done.ContainsKey(s.Id)))
            draft.Correct(at.Enrolment, Ended(at.Enrolment, day, EndReason.Finished));
        return await journal.RecordAsync(draft, stop);
    }

    /// <summary>It rests from a day on, for as long as the person likes.</summary>
    /// <param name="day">The day on which the person said so; null: today.</param>
    public Task<Change?> PauseAsync(
        string programme,
        string? key = null,
        LocalDate? day = null,
        CancellationToken stop = default
    ) => ChangeAsync(programme, new Draft("programme-pause", key, day ?? journal.Today), Paused, stop);

    private static Enrolment? Paused(Underway at, LocalDate day) =>
        at.HasEnded || at.Enrolment.PausedOn is not null
            ? null
            : at.Enrolment with
            {
                PausedOn = LocalDate.Max(day, at.Enrolment.Day),
                PausedFor = Own,
            };

    /// <summary>It is gone on with where it was. What the harm watch saw until now is known from here on.</summary>
    /// <param name="day">The day on which the person said so; null: today.</param>
    /// <returns>Null when it does not rest, and while its gates are not open: then it rests on.</returns>
    public Task<Change?> GoOnAsync(
        string programme,
        string? key = null,
        LocalDate? day = null,
        CancellationToken stop = default
    ) => ChangeAsync(programme, new Draft("programme-on", key, day ?? journal.Today), Resumed, stop);

    private static Enrolment? Resumed(Underway at, LocalDate day)
    {
        if (at.RestsSince is not { } from || !at.Gates.IsOpen)
            return null;
        // a rest that the harm watch began leaves its trace, however short: so it is known that it was answered
        var days = Math.Max(at.Harm is null ? 0 : 1, Period.DaysBetween(from, day));
        return at.Enrolment with
        {
            PausedOn = null,
            PausedFor = at.Harm?.Rule.Id ?? at.Enrolment.PausedFor,
            DaysPaused = at.Enrolment.DaysPaused + days,
        };
    }

    /// <summary>The other road; what was done counts on both. Where nothing of it is left, it is finished.</summary>
    /// <param name="day">The day on which the person said so; null: today.</param>
    public Task<Change?> TakeRoadAsync(
        string programme,
        Road road,
        string? key = null,
        LocalDate? day = null,
        CancellationToken stop = default
    ) =>
        ChangeAsync(
            programme,
            new Draft("programme-road", key, day ?? journal.Today),
            (at, on) => at.HasEnded || at.Enrolment.Road == road ? null : OnRoad(at, road, on),
            stop
        );

    private static Enrolment OnRoad(Underway at, Road road, LocalDate day)
    {
        var changed = at.Enrolment with { Road = road };
        return at.Text.On(road).All(s => at.Done.ContainsKey(s.Id)) ? Ended(changed, day, EndReason.Finished) : changed;
    }

    /// <summary>The person ends it before its end; where nothing is left to do, it is finished.</summary>
    /// <param name="day">The day on which the person said so; null: today.</param>
    public Task<Change?> LeaveAsync(
        string programme,
        string? key = null,
        LocalDate? day = null,
        CancellationToken stop = default
    ) =>
        ChangeAsync(
            programme,
            new Draft("programme-end", key, day ?? journal.Today),
            (at, on) =>
                at.HasEnded ? null : Ended(at.Enrolment, on, at.IsAllDone ? EndReason.Finished : EndReason.Left),
            stop
        );

    private static Enrolment Ended(Enrolment enrolment, LocalDate day, string why) =>
        enrolment with
        {
            EndedOn = LocalDate.Max(day, enrolment.Start),
            EndedFor = why,
        };

    private Task<Change?> ChangeAsync(
        string programme,
        Draft said,
        Func<Underway, LocalDate, Enrolment?> change,
        CancellationToken stop
    ) => Journal.DecideAsync(() => ChangeOnceAsync(programme, new Draft(said.Kind, said.Key, said.Day), change, stop));

    private async Task<Change?> ChangeOnceAsync(
        string programme,
        Draft draft,
        Func<Underway, LocalDate, Enrolment?> change,
        CancellationToken stop
    )
    {
        if (await FindAsync(programme, stop) is not { } at || change(at, draft.Day!.Value) is not { } changed)
            return null;
        draft.Correct(at.Enrolment, changed);
        if (changed.EndedFor == EndReason.Left && await CourseOfAsync(changed, stop) is { End: null } course)
            draft.Correct(course, course with { End = changed.EndedOn });
        return await journal.RecordAsync(draft, stop);
    }

    private async Task<Course?> CourseOfAsync(Enrolment enrolment, CancellationToken stop) =>
        enrolment.CourseId is { } id ? await journal.FindAsync<Course>(id, stop) : null;
}
