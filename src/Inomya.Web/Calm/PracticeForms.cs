using System.Globalization;
using Inomya.Calm;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Web.Offline;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Calm;

/// <summary>Takes that a practice was done. One that waited on a device was done when the person said so.</summary>
public sealed class PracticeForms(PersonJournal person, CalmShelf shelf, Words words) : IKeptForms
{
    public const string Name = "calm-practice",
        // not "before": a field of that name would hide the form's own method, which scripts need
        Before = "tense-before",
        After = "tense-after";

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) =>
        PracticeIn(form) is { } practice ? $"/calm/{practice.Id}" : "/calm";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        await TakeAsync(form, at, stop) is { } change ? KeptResult.Recorded(change) : KeptResult.Refused;

    /// <summary>Null when there is no such practice.</summary>
    public Task<Change?> TakeAsync(IFormCollection form, Instant? at = null, CancellationToken stop = default) =>
        Journal.DecideAsync(() => TakeOnceAsync(form, at, stop));

    private async Task<Change?> TakeOnceAsync(IFormCollection form, Instant? at, CancellationToken stop)
    {
        if (PracticeIn(form) is not { } practice)
            return null;
        var journal = await person.OpenAsync();
        var draft = await PracticeRecorder.DraftAsync(
            journal,
            practice.Id,
            words[$"calm.practice.{practice.Id}"],
            at ?? journal.Now,
            RatingIn(form, Before),
            RatingIn(form, After),
            form["submission"],
            stop
        );
        return await journal.RecordAsync(draft, stop);
    }

    private Practice? PracticeIn(IFormCollection form) => shelf.Find(form["practice"].ToString());

    private static double? RatingIn(IFormCollection form, string field) =>
        double.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var rating)
        && PracticeRecorder.Tension.Holds(rating)
            ? rating
            : null;
}
