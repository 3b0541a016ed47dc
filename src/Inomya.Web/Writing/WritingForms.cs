using System.Globalization;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Web.Offline;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Writing;

/// <summary>Takes what a person wrote for themselves.</summary>
public sealed class WritingForms(PersonJournal person, WorksheetForms worksheets) : IKeptForms
{
    public const string Name = "writing";

    /// <summary>Of one field, in letters.</summary>
    public const int Longest = 8000;

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) => "/writing";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        worksheets.Find(form["kind"].ToString()) is { } kind && ErrorIn(form, kind) is null
            ? KeptResult.RecordedOrThere(await TakeAsync(form, kind, at, stop))
            : KeptResult.Refused;

    /// <summary>
    /// What is wrong, as the field and the last part of the locale key writing.error.WHY; null when nothing is.
    /// </summary>
    public static (string Field, string Why)? ErrorIn(IFormCollection form, WorksheetForm kind)
    {
        foreach (var (name, _, field) in kind.Asked())
            if (Sent(form, name) is { Length: > 0 } text && WhyNot(field, text) is { } why)
                return (name, why);
        return FieldsIn(form, kind).Any() ? null : (kind.Asked().First().Name, "empty");
    }

    private static string? WhyNot(WorksheetField field, string text) =>
        text.Length > Longest ? "long"
        : field.Kind == WorksheetFieldKind.Rating && !IsRating(text, field.Top) ? "rating"
        : null;

    private static bool IsRating(string text, int top) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= top;

    /// <summary>Keeps it, or changes what was kept. What was changed or removed elsewhere meanwhile stays, and this is kept beside it.</summary>
    /// <returns>Null when the journal says the same already.</returns>
    public async Task<Change?> TakeAsync(
        IFormCollection form,
        WorksheetForm kind,
        Instant? at = null,
        CancellationToken stop = default
    )
    {
        var journal = await person.OpenAsync();
        return await Journal.DecideAsync(() => TakeOnceAsync(journal, form, kind, at ?? journal.Now, stop));
    }

    private static async Task<Change?> TakeOnceAsync(
        Journal journal,
        IFormCollection form,
        WorksheetForm kind,
        Instant at,
        CancellationToken stop
    )
    {
        var before = Guid.TryParse(form["id"], out var id) ? await journal.FindAsync<Worksheet>(id, stop) : null;
        var day = journal.Days.DayOf(at);
        var sheet = new Worksheet
        {
            Kind = kind.Id,
            Fields = Worksheet.Write(FieldsIn(form, kind).Concat(LeftAlone(before, kind))),
            Day = before?.Day ?? day,
            Step = before?.Step ?? StepIn(form),
        };
        if (sheet.Fields == before?.Fields || sheet.IsAmong(await journal.AllAsync<Worksheet>(stop)))
            return null;
        var draft = new Draft(Name, form["submission"], sheet.Day);
        var isSame = before is not null && before.ChangeId.ToString() == form[KeptFields.Seen];
        return await journal.RecordAsync(isSame ? draft.Correct(before!, sheet) : draft.Add(sheet), stop);
    }

    /// <summary>What an older version of the form asked, and this one does not, stays.</summary>
    private static IEnumerable<(string, string)> LeftAlone(Worksheet? before, WorksheetForm kind)
    {
        var asked = kind.Asked().Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        return before?.Read().Where(f => !asked.Contains(f.Key)).Select(f => (f.Key, f.Value)) ?? [];
    }

    private static IEnumerable<(string Name, string Value)> FieldsIn(IFormCollection form, WorksheetForm kind) =>
        kind.Asked().Select(a => (a.Name, Value: Sent(form, a.Name))).Where(f => f.Value.Length > 0);

    private static string Sent(IFormCollection form, string name) =>
        form[$"w-{name}"].ToString().ReplaceLineEndings("\n").Trim();

    /// <summary>"PROGRAMME/STEP" that led here.</summary>
    private static string? StepIn(IFormCollection form) =>
        form["step"].ToString() is { Length: > 2 and < 200 } step && step.Contains('/', StringComparison.Ordinal)
            ? step
            : null;
}
