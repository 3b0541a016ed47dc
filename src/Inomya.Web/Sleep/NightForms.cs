using System.Globalization;
using System.Text.Json;
using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Sleep;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Sleep;

/// <summary>Takes the form of a night. A field that was not touched changes nothing, whatever the journal holds now.</summary>
public sealed class NightForms(
    PersonJournal person,
    MeasureCatalogue catalogue,
    Instruments instruments,
    SleepRules rules
) : IKeptForms
{
    public const string Name = "sleep-night";

    /// <summary>End of the name of the field in which minutes are typed that are not one tap.</summary>
    public const string Typed = "-minutes";

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) =>
        day == today ? "/sleep/diary" : $"/sleep/diary/{IsoDay.Iso(day)}";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        await TakeAsync(form, stop) switch
        {
            { IsChanged: true } => KeptResult.Conflict,
            { Wrong: [] } taken => KeptResult.RecordedOrThere(taken.Change),
            _ => KeptResult.Refused,
        };

    /// <summary>What goes into the form as <see cref="KeptFields.Seen"/>.</summary>
    public static string Write(SleepNight? night, double? quality) =>
        JsonSerializer.Serialize(
            NightFields
                .All.ToDictionary(f => f, f => NightFields.TextOf(night, quality, f))
                .Where(f => f.Value != "")
                .ToDictionary()
        );

    /// <summary>What was sent in a field: typed minutes stand before tapped ones.</summary>
    public static string Sent(IFormCollection form, string field) =>
        form[field + Typed].ToString().Trim() is { Length: > 0 } typed ? typed : form[field].ToString().Trim();

    public Task<NightResult> TakeAsync(IFormCollection form, CancellationToken stop = default) =>
        Journal.DecideAsync(() => TakeOnceAsync(form, stop));

    private async Task<NightResult> TakeOnceAsync(IFormCollection form, CancellationToken stop)
    {
        var journal = await person.OpenAsync();
        if (IsoDay.DayOf(form["day"]) is not { } day || day > journal.Today)
            return new NightResult(null, ["day"]);
        var before = await new NightBook(journal, instruments).ToldAsync(day, stop);
        var quality = (await Checkin.RecordedAsync(journal, day, stop)).Values.GetValueOrDefault(
            new(NightBook.Quality)
        );
        if (Merge(form, f => NightFields.TextOf(before, quality, f)) is not { } merged)
            return new NightResult(null, [], IsChanged: true);
        var wrong = new List<string>();
        var night = NightFields.Read(day, f => merged[f], wrong);
        wrong.AddRange(Unfitting(NightClock.Read(night, journal.Days)));
        var rated = QualityIn(merged[NightFields.Quality], wrong);
        return wrong.Count > 0 ? new(null, wrong) : await RecordAsync(journal, night, before, rated, form, stop);
    }

    private async Task<NightResult> RecordAsync(
        Journal journal,
        SleepNight night,
        SleepNight? before,
        double? quality,
        IFormCollection form,
        CancellationToken stop
    )
    {
        var recorder = new NightRecorder(journal, catalogue, rules);
        var draft = await recorder.DraftAsync(night, before, quality, form["submission"], stop);
        return new NightResult(draft.IsEmpty ? null : await journal.RecordAsync(draft, stop), []);
    }

    private IEnumerable<string> Unfitting(Night night) =>
        night.InBed > rules.LongestInBed || !night.Fits ? ["order"] : [];

    private static double? QualityIn(string text, List<string> wrong)
    {
        if (text.Length == 0)
            return null;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var rated) && rated is >= 0 and <= 10)
            return rated;
        wrong.Add(NightFields.Quality);
        return null;
    }

    /// <summary>By field, what the night is to say; null where somebody else gave another answer meanwhile.</summary>
    private static Dictionary<string, string>? Merge(IFormCollection form, Func<string, string> now)
    {
        var (seen, merged) = (SeenIn(form), new Dictionary<string, string>());
        foreach (var field in NightFields.All)
        {
            var (mine, there, before) = (Sent(form, field), now(field), seen(field));
            if (mine != before && mine != there && there != before)
                return null;
            merged[field] = mine == before ? there : mine;
        }
        return merged;
    }

    private static Func<string, string> SeenIn(IFormCollection form)
    {
        if (KeptFields.Before(form) is { } before)
            return field => Sent(before, field);
        try
        {
            var text = form[KeptFields.Seen].ToString();
            var seen = JsonSerializer.Deserialize<Dictionary<string, string>>(text.Length == 0 ? "{}" : text) ?? [];
            return field => seen.GetValueOrDefault(field, "");
        }
        catch (JsonException)
        {
            return _ => ""; // a page that was kept since another day: it had seen nothing of this one
        }
    }
}
