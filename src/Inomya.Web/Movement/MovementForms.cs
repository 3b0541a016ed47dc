using Inomya.Content;
using Inomya.Journals;
using Inomya.Movement;
using Inomya.Web.Design;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Movement;

/// <summary>Takes the forms of movement: a session, and how the days after it were.</summary>
public sealed class MovementForms(PersonJournal person, ExerciseCatalogue exercises, Words words) : IKeptForms
{
    public const string Session = "movement-session",
        Next = "movement-next";

    /// <summary>The field of the signs that stop a session, and its answer when there is none of them.</summary>
    public const string Signs = "signs",
        NoSign = "none";

    /// <summary>A longer session is a slip of the keys.</summary>
    public const int LongestMinutes = 600;

    private const double HardestEffort = 10;
    private const int MostSets = 20;

    /// <summary>How it can feel right after: last parts of movement.after.AFTER.</summary>
    public static IReadOnlyList<string> Afters { get; } = ["better", "same", "worse"];

    public IReadOnlyCollection<string> Names { get; } = [Session, Next];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) => "/movement";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        await TakeAsync(form, stop) is { Wrong: [] } taken
            ? KeptResult.RecordedOrThere(taken.Change)
            : KeptResult.Refused;

    public Task<SessionResult> TakeAsync(IFormCollection form, CancellationToken stop = default) =>
        Journal.DecideAsync(() => form["_handler"] == Next ? TakeNextAsync(form, stop) : TakeSessionAsync(form, stop));

    /// <summary>The signs that were marked; empty also when the question was not answered.</summary>
    public static IReadOnlyList<string> SignsIn(IFormCollection form) =>
        [.. form[Signs].OfType<string>().Where(s => s != NoSign)];

    private async Task<SessionResult> TakeSessionAsync(IFormCollection form, CancellationToken stop)
    {
        var journal = await person.OpenAsync();
        var wrong = new List<string>();
        if (form[Signs].Count == 0 || SignsIn(form).Count > 0)
            wrong.Add(Signs);
        var session = Read(form, journal.Today, wrong);
        if (wrong.Count > 0)
            return new(null, wrong);
        var draft = new Draft("movement", form["submission"], session.Day).Add(session);
        var name = words[$"movement.treatment.{MovementWords.Key(session.Kind)}"];
        var (treatments, courses) = (await journal.AllAsync<Treatment>(stop), await journal.AllAsync<Course>(stop));
        SessionIntakes.Add(draft, session, name, treatments, courses);
        return new(await journal.RecordAsync(draft, stop), []);
    }

    /// <summary>The session that was sent; of use only when nothing is wrong with it.</summary>
    private MovementSession Read(IFormCollection form, LocalDate today, List<string> wrong) =>
        new()
        {
            // the same from every arrival of the form, so that its intake is the same too
            Id = SubmissionId.Of(form) is { } sent
                ? Recorded.ImportId(Session, sent.ToString())
                : Guid.CreateVersion7(),
            Day = DayIn(form, today) ?? Wrong("day", today, wrong),
            Kind = KindIn(form) ?? Wrong("kind", MovementKind.Aerobic, wrong),
            Minutes = NumberIn(form, "minutes", 1, LongestMinutes, wrong),
            Effort = NumberIn(form, "effort", 0, HardestEffort, wrong),
            Sets = (int?)NumberIn(form, "sets", 1, MostSets, wrong),
            Exercises = ExercisesIn(form),
            After = Afters.FirstOrDefault(a => a == form["after"]),
            Text = form["text"].ToString().Trim() is { Length: > 0 } text ? text : null,
        };

    private static T Wrong<T>(string field, T value, List<string> wrong)
    {
        wrong.Add(field);
        return value;
    }

    private static LocalDate? DayIn(IFormCollection form, LocalDate today) =>
        IsoDay.DayOf(form["day"]) is { } day && day <= today ? day : null;

    private static MovementKind? KindIn(IFormCollection form) =>
        Enum.TryParse<MovementKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static double? NumberIn(
        IFormCollection form,
        string field,
        double least,
        double most,
        List<string> wrong
    ) =>
        NumberField.TryRead(form[field], out var value) && (value is null || (value >= least && value <= most))
            ? value
            : Wrong<double?>(field, null, wrong);

    private string ExercisesIn(IFormCollection form) =>
        string.Join(',', form["exercise"].OfType<string>().Where(e => exercises.Find(e) is not null).Distinct());

    private async Task<SessionResult> TakeNextAsync(IFormCollection form, CancellationToken stop)
    {
        var journal = await person.OpenAsync();
        if (!Enum.TryParse<NextDay>(form["next"], out var next) || !Enum.IsDefined(next))
            return new(null, ["next"]);
        var session = (await journal.AllAsync<MovementSession>(stop)).FirstOrDefault(s => s.Id == RowForm.RowOf(form));
        if (session is null || session.Next == next)
            return new(null, []);
        var draft = new Draft("movement-next", form["submission"], session.Day);
        return new(await journal.RecordAsync(draft.Correct(session, session with { Next = next }), stop), []);
    }
}
