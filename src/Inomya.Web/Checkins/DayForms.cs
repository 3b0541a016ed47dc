using System.Globalization;
using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Vocabulary;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;
using DayAnswers = Inomya.Checkins.Checkin;

namespace Inomya.Web.Checkins;

/// <summary>Takes the forms of one day. The pages and the outbox of a device send the same ones here.</summary>
/// <remarks>
/// A form carries its day, so one that was open over midnight or waited without a network still belongs to the day it
/// was filled in for; its submission's id, so that it counts once; and what the day held when it was made, so that it
/// takes out nothing that came from elsewhere since.
/// </remarks>
public sealed class DayForms(PersonJournal person, MeasureCatalogue catalogue, Words words) : IKeptForms
{
    /// <summary>Names of the forms: what a form sends as _handler.</summary>
    public const string Checkin = "checkin",
        ShortForm = "short",
        Quick = "quick",
        Taken = "taken",
        FlareBegin = "flare-begin",
        FlareEnd = "flare-end";

    public const string SameAsBefore = "same-as-yesterday",
        BadDay = "bad-day";

    /// <summary>In the short form: everything that it does not ask was like the last time.</summary>
    public const string Rest = "rest";

    private const string Mine = "mine",
        Theirs = "theirs";

    public IReadOnlyCollection<string> Names { get; } = [Checkin, ShortForm, Quick, Taken, FlareBegin, FlareEnd];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) =>
        form["from"] == "today" ? "/" : $"/days/{IsoDay.Iso(day)}";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        await TakeAsync(form, stop) switch
        {
            { Conflicts.Count: > 0 } => KeptResult.Conflict,
            { IsChanged: true } => KeptResult.Changed,
            { IsTaken: false } => KeptResult.Refused,
            var taken => KeptResult.RecordedOrThere(taken.Change),
        };

    /// <summary>Records what a form says.</summary>
    /// <exception cref="ChangedMeanwhileException">The day is being changed at this moment.</exception>
    public Task<DayFormResult> TakeAsync(IFormCollection form, CancellationToken stop = default) =>
        Journal.DecideAsync(() => TakeOnceAsync(form, stop));

    private async Task<DayFormResult> TakeOnceAsync(IFormCollection form, CancellationToken stop)
    {
        var journal = await person.OpenAsync();
        var day = IsoDay.DayOf(form["day"]) ?? journal.Today;
        if (day > journal.Today)
            return new(day, null) { IsAhead = true };
        var read = await journal.DayAsync(day, stop);
        return form["_handler"].ToString() switch
        {
            FlareBegin => new(day, await BeginFlareAsync(journal, read, form, stop)),
            FlareEnd => new(day, await EndFlareAsync(journal, read, form, stop)),
            Taken when DayCourses.Due(read).Count == 0 => new(day, null) { IsChanged = true },
            Taken => await FillAsync(journal, read, form, AllTaken(read), "intake", stop),
            Quick => await FillQuickAsync(journal, read, form, stop),
            _ => await TakeAnswersAsync(journal, read, form, stop),
        };
    }

    private Task<DayFormResult> FillQuickAsync(
        Journal journal,
        DayRead read,
        IFormCollection form,
        CancellationToken stop
    ) =>
        form["quick"] == SameAsBefore
            ? FillAsync(journal, read, form, LikeLast(read), SameAsBefore, stop)
            : FillAsync(journal, read, form, DayAnswers.BadDay, BadDay, stop);

    /// <summary>Null when one is going on already.</summary>
    private static async Task<Change?> BeginFlareAsync(
        Journal journal,
        DayRead read,
        IFormCollection form,
        CancellationToken stop
    ) =>
        read.Flare is not null
            ? null
            : await journal.RecordAsync(Draft("flare", form, read.Day).Add(new Flare { Start = read.Day }), stop);

    /// <summary>Null when none is going on.</summary>
    private static async Task<Change?> EndFlareAsync(
        Journal journal,
        DayRead read,
        IFormCollection form,
        CancellationToken stop
    ) =>
        read.Flare is not { } flare
            ? null
            : await journal.RecordAsync(
                Draft("flare", form, read.Day).Correct(flare, flare with { End = read.Day }),
                stop
            );

    private static CheckinAnswers AllTaken(DayRead read) =>
        new() { Intakes = DayCourses.Due(read).ToDictionary(c => c.Course.Id, _ => (IntakeStatus?)IntakeStatus.Taken) };

    private static CheckinAnswers LikeLast(DayRead read) =>
        DayAnswers.LastBefore(read) is { } last
            ? DayAnswers.SameAs(last.Answers, DayCourses.Due(read).Select(c => c.Course))
            : new();

    /// <summary>
    /// What is said in one tap goes only where nothing is recorded: it must not take the place of what was said by
    /// name.
    /// </summary>
    private async Task<DayFormResult> FillAsync(
        Journal journal,
        DayRead read,
        IFormCollection form,
        CheckinAnswers wanted,
        string kind,
        CancellationToken stop
    ) => await SaveAsync(journal, read, form, Empty(read, wanted), kind, stop);

    private static CheckinAnswers Empty(DayRead read, CheckinAnswers wanted)
    {
        var now = DayAnswers.Recorded(read);
        return new()
        {
            Values = wanted.Values.Where(v => now.Values.GetValueOrDefault(v.Key) is null).ToDictionary(),
            Intakes = wanted
                .Intakes.Where(i => read.Courses.Any(c => c.Course.Id == i.Key && DayCourses.IsOpen(read, c.Course)))
                .ToDictionary(),
        };
    }

    private async Task<DayFormResult> TakeAnswersAsync(
        Journal journal,
        DayRead read,
        IFormCollection form,
        CancellationToken stop
    )
    {
        var given = Read(form, read, out var errors);
        if (errors.Count > 0)
            return new(read.Day, null) { Errors = errors, Given = given };
        if (AsksOfGone(form, read))
            return new(read.Day, null) { IsChanged = true, Given = given };
        var now = DayAnswers.Recorded(read);
        var seen = CheckinForm.SeenIn(form, earlier => Read(earlier, read, out _)) ?? now;
        var (answers, found) = DayAnswers.Merge(seen, now, given);

        var open = found.Where(c => !IsDecided(c, form, now)).ToList();
        if (open.Count > 0)
            return new(read.Day, null) { Conflicts = open, Given = given };
        answers = WithMine(answers, given, found.Where(c => ChoiceOf(c, form) != TheirsOf(c, now)));
        if (form.ContainsKey(Rest))
            answers = WithRest(answers, Empty(read, LikeLast(read)), given);
        return await SaveAsync(journal, read, form, answers, "checkin", stop);
    }

    /// <summary>It answers for a medicine that is not taken on the day any more.</summary>
    private static bool AsksOfGone(IFormCollection form, DayRead read) =>
        CheckinForm.CoursesIn(form).Any(id => read.Courses.All(c => c.Course.Id != id));

    private static string ChoiceOf(Conflict conflict, IFormCollection form) =>
        form[CheckinForm.ChoiceField(conflict)].ToString();

    private static bool IsDecided(Conflict conflict, IFormCollection form, CheckinAnswers now)
    {
        var choice = ChoiceOf(conflict, form);
        return choice == MineOf(conflict, now) || choice == TheirsOf(conflict, now);
    }

    private static CheckinAnswers WithMine(CheckinAnswers answers, CheckinAnswers given, IEnumerable<Conflict> mine)
    {
        var (values, intakes) = (answers.Values.ToDictionary(), answers.Intakes.ToDictionary());
        foreach (var conflict in mine)
            if (conflict.Question is { } question)
                values[question] = given.Values[question];
            else
                intakes[conflict.Course!.Value] = given.Intakes[conflict.Course.Value];
        return answers with { Values = values, Intakes = intakes };
    }

    /// <summary>Everything else as it was, except what the form asked and that a day was bad.</summary>
    private static CheckinAnswers WithRest(CheckinAnswers answers, CheckinAnswers last, CheckinAnswers given)
    {
        var values = answers.Values.ToDictionary();
        foreach (
            var (question, value) in last.Values.Where(v =>
                v.Key.Measure != "bad_day" && given.Values.GetValueOrDefault(v.Key) is null
            )
        )
            values[question] = value;
        return answers with { Values = values, Intakes = last.Intakes };
    }

    /// <summary>
    /// What the form sends when the answer given here is right; it names the other one, so that a third answer is asked
    /// about again.
    /// </summary>
    public static string MineOf(Conflict conflict, CheckinAnswers now) => $"{Mine}|{Other(conflict, now)}";

    public static string TheirsOf(Conflict conflict, CheckinAnswers now) => $"{Theirs}|{Other(conflict, now)}";

    private static string Other(Conflict conflict, CheckinAnswers now) =>
        conflict.Question is { } question
            ? now.Values.GetValueOrDefault(question)?.ToString(CultureInfo.InvariantCulture) ?? ""
            : now.Intakes.GetValueOrDefault(conflict.Course!.Value)?.ToString() ?? "";

    private CheckinAnswers Read(
        IFormCollection form,
        DayRead read,
        out IReadOnlyList<(string, Question, string)> errors
    )
    {
        var asked = MeasureList
            .Of(catalogue, read.OwnMeasures)
            .All.Where(m => m.Ask is not null && m.Kind != MeasureKind.Text)
            .ToList();
        var isShort = form["_handler"] == ShortForm;
        var given = CheckinForm.Read(
            form,
            isShort ? [.. asked.Where(m => form.ContainsKey(CheckinForm.Field(m.Id)))] : asked,
            isShort ? [] : catalogue.Regions,
            isShort ? [] : [.. DayCourses.Asked(read).Select(c => c.Course)],
            read.Day,
            out errors
        );
        return !isShort && form[CheckinForm.Said].ToString() is { } said && !string.IsNullOrWhiteSpace(said)
            ? WithSaid(given, said, asked, ref errors)
            : given;
    }

    /// <summary>What was said stands before what was tapped: it was said last, and in words.</summary>
    private CheckinAnswers WithSaid(
        CheckinAnswers given,
        string said,
        List<Measure> asked,
        ref IReadOnlyList<(string, Question, string)> errors
    )
    {
        var (answers, unclear) = SaidAnswers.Read(said, asked, words);
        errors =
        [
            .. errors,
            .. unclear.Select(u => (CheckinForm.Said, new Question(u), "not-understood")),
            .. from a in answers
            let why = asked.First(m => m.Id == a.Key).Refuses(a.Value)
            where why is not null
            select (CheckinForm.Said, new Question(words.NameOf(asked.First(m => m.Id == a.Key))), why.Value.Key),
        ];
        var values = given.Values.ToDictionary();
        foreach (var (measure, value) in answers)
            values[new(measure)] = value;
        return given with { Values = values };
    }

    private async Task<DayFormResult> SaveAsync(
        Journal journal,
        DayRead read,
        IFormCollection form,
        CheckinAnswers answers,
        string kind,
        CancellationToken stop
    )
    {
        var measures = MeasureList.Of(catalogue, read.OwnMeasures);
        var draft = await DayAnswers.DraftAsync(
            journal,
            measures.Find,
            read.Day,
            answers,
            form["submission"],
            kind,
            stop
        );
        return new(read.Day, draft.IsEmpty ? null : await journal.RecordAsync(draft, stop));
    }

    private static Draft Draft(string kind, IFormCollection form, LocalDate day) => new(kind, form["submission"], day);
}
