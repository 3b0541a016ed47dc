using Inomya.Content;
using Inomya.Journals;
using Inomya.Visits;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Visits;

/// <summary>Takes what is prepared for a visit, and what is brought back from it.</summary>
public sealed class VisitForms(PersonJournal person, VisitRules rules, ReplySlip slip, Words words) : IKeptForms
{
    public const string Notes = "visit-notes",
        Back = "visit-in";

    /// <summary>The fields of what is prepared, in their order on the page.</summary>
    public static readonly IReadOnlyList<string> Fields = ["changed", "worry", "decide", "q1", "q2", "q3"];

    /// <summary>
    /// The mark of the app's own text when the form was made: what still is that text is not the person's.
    /// </summary>
    public const string AppText = "app-text";

    public IReadOnlyCollection<string> Names { get; } = [Notes, Back];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) =>
        VisitIn(form) is not { } visit ? "/visit"
        : form["_handler"] == Back ? $"/visit/{visit}/in"
        : $"/visit/{visit}";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop)
    {
        if (VisitIn(form) is not { } visit || ErrorIn(form) is not null)
            return KeptResult.Refused;
        if (form["_handler"] == Back)
            return KeptResult.RecordedOrThere(await BringBackAsync(form, visit, stop));
        return await IsChangedSinceAsync(form, visit, stop)
            ? KeptResult.Conflict
            : KeptResult.RecordedOrThere(await NoteAsync(form, visit, stop));
    }

    public static Guid? VisitIn(IFormCollection form) => Guid.TryParse(form["visit"], out var id) ? id : null;

    /// <summary>
    /// What is wrong, as the field and the last part of the locale key visits.error.WHY; null when nothing is.
    /// </summary>
    public (string Field, string Why)? ErrorIn(IFormCollection form)
    {
        if (TooLongIn(form) is { } field)
            return (field, "long");
        if (form["next-day"].ToString() is { Length: > 0 } day && IsoDay.DayOf(day) is null)
            return ("next-day", "day");
        return WrittenTimes.In(form["next-time"]) is null or { Count: > 1 } ? ("next-time", "time") : null;
    }

    private string? TooLongIn(IFormCollection form) =>
        form.Keys.FirstOrDefault(k => form[k].ToString().Length > rules.Letters);

    /// <summary>What was prepared was changed elsewhere since the form was made.</summary>
    public async Task<bool> IsChangedSinceAsync(IFormCollection form, Guid visit, CancellationToken stop = default)
    {
        var now = await (await person.OpenAsync()).FindAsync<VisitNotes>(VisitNotes.IdOf(visit), stop);
        return form[KeptFields.Seen].ToString() is { Length: > 0 } seen && seen != MarkOf(now);
    }

    /// <summary>Tells whether what was prepared is still the same.</summary>
    public static string MarkOf(VisitNotes? notes) =>
        ChangedText.MarkOf(string.Join('\n', Fields.Select(f => Of(notes, f) ?? "-")));

    /// <summary>What is noted in a field; null for nothing.</summary>
    public static string? Of(VisitNotes? notes, string field) =>
        field switch
        {
            "changed" => notes?.Changed,
            "worry" => notes?.Worry,
            "decide" => notes?.Decide,
            "q1" => notes?.FirstQuestion,
            "q2" => notes?.SecondQuestion,
            _ => notes?.ThirdQuestion,
        };

    /// <summary>Null when the journal says the same already.</summary>
    public async Task<Change?> NoteAsync(IFormCollection form, Guid visit, CancellationToken stop = default) =>
        await new VisitBook(await person.OpenAsync()).NoteAsync(
            visit,
            notes =>
                notes with
                {
                    Changed = ChangedIn(form),
                    Worry = TextIn(form, "worry"),
                    Decide = TextIn(form, "decide"),
                    FirstQuestion = TextIn(form, "q1"),
                    SecondQuestion = TextIn(form, "q2"),
                    ThirdQuestion = TextIn(form, "q3"),
                },
            form["submission"],
            stop
        );

    /// <summary>The person's own text; null where it is the app's, or was given back to the app.</summary>
    private static string? ChangedIn(IFormCollection form)
    {
        var text = form["changed"].ToString().ReplaceLineEndings("\n").Trim();
        return form["app-again"].Count > 0 || ChangedText.MarkOf(text) == form[AppText] ? null : text;
    }

    private static string? TextIn(IFormCollection form, string field) =>
        form[field].ToString().ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    /// <summary>An item of the slip with what was written beside it.</summary>
    private string SlipText(string item, string? note) =>
        note is null ? words[$"visit.slip.{item}"] : $"{words[$"visit.slip.{item}"]}: {note}";

    /// <summary>What was written beside an item; null for nothing.</summary>
    public string? NoteOf(Agreement agreed) =>
        agreed.Item is { } item && agreed.Text.StartsWith($"{words[$"visit.slip.{item}"]}: ", StringComparison.Ordinal)
            ? agreed.Text[(words[$"visit.slip.{item}"].Length + 2)..]
            : null;

    /// <summary>Null when the journal says the same already.</summary>
    public async Task<Change?> BringBackAsync(IFormCollection form, Guid visit, CancellationToken stop = default) =>
        await new AgreementBook(await person.OpenAsync(), rules, slip).BringBackAsync(
            visit,
            new VisitOutcome(
                form["ticked"]
                    .OfType<string>()
                    .Where(id => slip.Find(id) is not null)
                    .Distinct()
                    .ToDictionary(id => id, id => SlipText(id, TextIn(form, $"note-{id}"))),
                TextIn(form, "agreed")
                    ?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    ?? [],
                TextIn(form, "plan"),
                IsoDay.DayOf(form["next-day"]),
                WrittenTimes.In(form["next-time"]) is [var time] ? time : null
            ),
            form["submission"],
            stop
        );
}
