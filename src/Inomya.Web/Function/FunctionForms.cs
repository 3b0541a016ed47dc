using System.Text.Json;
using Inomya.Function;
using Inomya.Journals;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Function;

/// <summary>Takes how activities went on a day. What was not touched changes nothing, whatever the journal holds now.</summary>
public sealed class FunctionForms(PersonJournal person, FunctionShelf shelf) : IKeptForms
{
    public const string Name = FunctionRecorder.Kind;

    /// <summary>Field that names the activities that a form asks about.</summary>
    public const string Asked = "asked";

    /// <summary>Between an answer and its marks.</summary>
    private const char Between = '|';

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) =>
        day == today ? "/function" : $"/function/{IsoDay.Iso(day)}";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        await TakeAsync(form, stop) switch
        {
            { IsChanged: true } => KeptResult.Conflict,
            { Wrong: [] } taken => KeptResult.RecordedOrThere(taken.Change),
            _ => KeptResult.Refused,
        };

    public static string FieldOf(string activity) => $"way-{activity}";

    public static string FieldOf(string activity, string mark) => $"mark-{activity}-{mark}";

    /// <summary>What goes into the form as <see cref="KeptFields.Seen"/>.</summary>
    public static string Write(IReadOnlyDictionary<string, FunctionDay> told) =>
        JsonSerializer.Serialize(told.ToDictionary(t => t.Key, t => TextOf(t.Value)));

    public Task<FunctionResult> TakeAsync(IFormCollection form, CancellationToken stop = default) =>
        Journal.DecideAsync(() => TakeOnceAsync(form, stop));

    private async Task<FunctionResult> TakeOnceAsync(IFormCollection form, CancellationToken stop)
    {
        var journal = await person.OpenAsync();
        if (IsoDay.DayOf(form["day"]) is not { } day || day > journal.Today)
            return new FunctionResult(null, ["day"]);
        var asked = form[Asked].OfType<string>().Where(a => shelf.Find(a) is not null).Distinct().ToList();
        var wrong = asked.Where(a => Sent(form, a) is [Between, _, ..]).Select(FieldOf).ToList();
        if (wrong.Count > 0)
            return new FunctionResult(null, wrong);
        var recorder = new FunctionRecorder(journal, shelf);
        var told = await recorder.ToldAsync(day, stop);
        if (Merge(form, asked, told) is not { } answers)
            return new FunctionResult(null, [], IsChanged: true);
        var draft = await recorder.DraftAsync(day, answers, form["submission"], stop);
        return new FunctionResult(draft.IsEmpty ? null : await journal.RecordAsync(draft, stop), []);
    }

    /// <summary>By activity, what the day is to say; null where somebody else gave another answer meanwhile.</summary>
    private Dictionary<string, (string? Way, string Marks)>? Merge(
        IFormCollection form,
        IEnumerable<string> asked,
        IReadOnlyDictionary<string, FunctionDay> told
    )
    {
        var (seen, merged) = (SeenIn(form), new Dictionary<string, (string?, string)>());
        foreach (var activity in asked)
        {
            var (mine, there, before) = (
                Sent(form, activity),
                TextOf(told.GetValueOrDefault(activity)),
                seen(activity)
            );
            if (mine != before && mine != there && there != before)
                return null;
            if (mine != before && mine.Split(Between) is [var way, var marks])
                merged[activity] = (way.Length == 0 ? null : way, marks);
        }
        return merged;
    }

    private Func<string, string> SeenIn(IFormCollection form)
    {
        if (KeptFields.Before(form) is { } before)
            return activity => Sent(before, activity);
        try
        {
            var text = form[KeptFields.Seen].ToString();
            var seen = JsonSerializer.Deserialize<Dictionary<string, string>>(text.Length == 0 ? "{}" : text) ?? [];
            return activity => seen.GetValueOrDefault(activity, TextOf(null));
        }
        catch (JsonException)
        {
            return _ => TextOf(null); // a page that was kept since another day: it had seen nothing of this one
        }
    }

    /// <summary>"WAY|MARKS" as it was sent.</summary>
    private string Sent(IFormCollection form, string activity)
    {
        var marks = shelf.Marks.Select(m => (m, AnswerIn(form[FieldOf(activity, m)])));
        return $"{form[FieldOf(activity)]}{Between}{FunctionDay.WriteMarks(marks)}";
    }

    private static bool? AnswerIn(string? sent) =>
        sent switch
        {
            "1" => true,
            "0" => false,
            _ => null,
        };

    private static string TextOf(FunctionDay? told) => $"{told?.Way}{Between}{told?.Marks}";
}
