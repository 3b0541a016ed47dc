using Inomya.Content;
using Inomya.Journals;
using Inomya.Visits;
using Inomya.Web.Hosting;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Visits;

/// <summary>Takes what is prepared for a visit, and what is brought back from it.</summary>
public sealed class VisitForms(PersonJournal person, VisitRules rules, ReplySlip slip, Words words, Languages languages)
    : IKeptForms
{
    public const string Notes = "visit-notes",
        Back = "visit-in";

    /// <summary>The fields of what is prepared, in their order on the page.</summary>
    public static readonly IReadOnlyList<string> Fields = ["changed", "worry", "decide", "q1", "q2", "q3"];

    /// <summary>Fields of what is brought back, besides what is written beside a tick.</summary>
    public static readonly IReadOnlyList<string> BackFields = ["agreed", "plan"];

    /// <summary>
    /// The mark of the app's own text when the form was made: what still is that text is not the person's.
    /// </summary>
    public const string AppText = "app-text";

    public IReadOnlyCollection<string> Names { get; } = [Notes, Back];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) =>
        VisitIn(form) is not { } visit ? "/visit"
        : IsBack(form) ? $"/visit/{visit}/in"
        : $"/visit/{visit}";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop)
    {
        if (VisitIn(form) is not { } visit)
            return KeptResult.Refused;
        if (await (await person.OpenAsync()).FindAsync<Appointment>(visit, stop) is null)
            return KeptResult.Changed;
        if (ErrorIn(form) is not null)
            return KeptResult.Refused;
        if (await IsChangedSinceAsync(form, visit, stop))
            return KeptResult.Conflict;
        return KeptResult.RecordedOrThere(await RecordAsync(form, visit, stop));
    }

    private Task<Change?> RecordAsync(IFormCollection form, Guid visit, CancellationToken stop) =>
        IsBack(form) ? BringBackAsync(form, visit, stop) : NoteAsync(form, visit, stop);

    public static Guid? VisitIn(IFormCollection form) => Guid.TryParse(form["visit"], out var id) ? id : null;

    /// <summary>
    /// What is wrong, as the field and the last part of the locale key visits.error.WHY; null when nothing is.
    /// </summary>
    public (string Field, string Why)? ErrorIn(IFormCollection form)
    {
        if (FieldsIn(form).FirstOrDefault(f => form[f].ToString().Length > rules.Letters) is { } field)
            return (field, "long");
        return ErrorOfNext(form["next-day"].ToString(), form["next-time"]);
    }

    private static (string Field, string Why)? ErrorOfNext(string day, string? time) =>
        day.Length > 0 && IsoDay.DayOf(day) is null ? ("next-day", "day")
        : WrittenTimes.In(time) is null or { Count: > 1 } ? ("next-time", "time")
        : null;

    /// <summary>What the person types into; not what a page or a device sends with it.</summary>
    private IEnumerable<string> FieldsIn(IFormCollection form) =>
        IsBack(form) ? [.. BackFields, .. slip.Items.Select(i => NoteField(i.Id))] : Fields;

    public static string NoteField(string item) => $"note-{item}";

    /// <summary>
    /// What was noted is another thing than when the form was made, and not what the form says either.
    /// </summary>
    public async Task<bool> IsChangedSinceAsync(IFormCollection form, Guid visit, CancellationToken stop = default)
    {
        var seen = KeptFields.Before(form) is { } before ? MarkIn(before) : form[KeptFields.Seen].ToString();
        if (seen.Length == 0)
            return false;
        var found = await FindAsync(visit, stop);
        var now = IsBack(form) ? MarkOfBack(found) : MarkOf(found?.Notes);
        return now != seen && now != MarkIn(form);
    }

    private static bool IsBack(IFormCollection form) => form["_handler"] == Back;

    private async Task<Visit?> FindAsync(Guid visit, CancellationToken stop) =>
        await new VisitBook(await person.OpenAsync()).FindAsync($"{visit}", stop);

    private string MarkIn(IFormCollection form) =>
        IsBack(form)
            ? MarkOfBack(TickedIn(form).ToDictionary(id => id, id => TextIn(form, NoteField(id))), TextIn(form, "plan"))
            : MarkOf(f => f == "changed" ? ChangedIn(form) : TextIn(form, f));

    /// <summary>Tells whether what was prepared is still the same.</summary>
    public static string MarkOf(VisitNotes? notes) => MarkOf(f => Of(notes, f));

    private static string MarkOf(Func<string, string?> told) =>
        ChangedText.MarkOf(string.Join('\n', Fields.Select(f => told(f) ?? "-")));

    /// <summary>
    /// Tells whether what was ticked and planned is still the same, in whatever language it was ticked. What was agreed
    /// in own words is only ever added to.
    /// </summary>
    public string MarkOfBack(Visit? visit) =>
        MarkOfBack(
            (visit?.Agreements ?? []).Where(a => a.Item is not null).ToDictionary(a => a.Item!, NoteOf),
            visit?.Notes?.Plan
        );

    private static string MarkOfBack(IReadOnlyDictionary<string, string?> ticked, string? plan) =>
        ChangedText.MarkOf(
            string.Join(
                '\n',
                ticked
                    .OrderBy(t => t.Key, StringComparer.Ordinal)
                    .Select(t => $"{t.Key}: {t.Value}")
                    .Append(plan ?? "-")
            )
        );

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

    /// <summary>What was written beside an item, in whatever language it was ticked; null for nothing.</summary>
    public string? NoteOf(Agreement agreed) =>
        agreed.Item is { } item
            ? languages
                .All.Select(language => $"{languages.In(language)[$"visit.slip.{item}"]}: ")
                .Where(lead => agreed.Text.StartsWith(lead, StringComparison.Ordinal))
                .Select(lead => agreed.Text[lead.Length..])
                .FirstOrDefault()
            : null;

    private IEnumerable<string> TickedIn(IFormCollection form) =>
        form["ticked"].OfType<string>().Where(id => slip.Find(id) is not null).Distinct();

    /// <summary>Null when the journal says the same already.</summary>
    public async Task<Change?> BringBackAsync(IFormCollection form, Guid visit, CancellationToken stop = default)
    {
        var known = (await FindAsync(visit, stop))?.Agreements ?? [];
        return await new AgreementBook(await person.OpenAsync(), rules, slip).BringBackAsync(
            visit,
            OutcomeIn(form, known),
            form["submission"],
            stop
        );
    }

    private VisitOutcome OutcomeIn(IFormCollection form, IReadOnlyList<Agreement> known) =>
        new(
            TickedIn(form).ToDictionary(id => id, id => TextOf(id, TextIn(form, NoteField(id)), known)),
            LinesOf(TextIn(form, "agreed")),
            TextIn(form, "plan"),
            IsoDay.DayOf(form["next-day"]),
            WrittenTimes.In(form["next-time"]) is [var time] ? time : null
        );

    private static string[] LinesOf(string? text) =>
        text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>What says the same stays in the language in which it was ticked.</summary>
    private string TextOf(string item, string? note, IEnumerable<Agreement> known) =>
        known.FirstOrDefault(a => a.Item == item) is { } agreed && NoteOf(agreed) == note
            ? agreed.Text
            : SlipText(item, note);
}
