using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using NodaTime;
using NodaTime.Text;

namespace Inomya.WeeklyReviews;

/// <summary>Drops a question and asks it again; both with one tap.</summary>
public static class AskedQuestions
{
    /// <summary>The setting that hides the numbers on Today: "on", or not there.</summary>
    public static readonly SettingKey HideNumbers = new("hide-numbers");

    /// <summary>
    /// The setting: since when questions of every day are asked again that were dropped, as "MEASURE=yyyy-MM-dd", a blank
    /// between.
    /// </summary>
    public static readonly SettingKey AskedSince = new("asked-since");

    private const string On = "on";

    public static bool HidesNumbers(IReadOnlyDictionary<SettingKey, string> settings) =>
        settings.GetValueOrDefault(HideNumbers) == On;

    public static Task SetHideNumbersAsync(Journal journal, bool hide) => journal.SetAsync(HideNumbers, hide ? On : "");

    /// <summary>Asks a question or asks it no more; what was recorded of it stays.</summary>
    /// <returns>
    /// The change of a question of the person's own; null of a question of every day, which is a choice of settings, and
    /// where there is no such question.
    /// </returns>
    public static async Task<Change?> SetAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        string measure,
        bool asked,
        string? submission,
        CancellationToken stop = default
    )
    {
        if ((await journal.AllAsync<OwnMeasure>(stop)).FirstOrDefault(o => o.Measure == measure) is { } own)
            return own.Asked == asked
                ? null
                : await journal.RecordAsync(
                    new Draft("edit", submission).Correct(own, own with { Asked = asked }),
                    stop
                );
        var measures = await journal.MeasuresAsync(catalogue, stop);
        var settings = await journal.SettingsAsync(stop);
        var tracked = Tracked.Offered(measures).Where(m => Tracked.Is(m, settings)).Select(m => m.Id).ToHashSet();
        if (asked ? tracked.Add(measure) : tracked.Count > 1 && tracked.Remove(measure))
        {
            await journal.SetAsync(Tracked.Setting, Tracked.SettingOf(tracked, measures), stop);
            if (asked)
                await journal.SetAsync(AskedSince, Write(Since(settings), measure, journal.Today), stop);
        }
        return null;
    }

    /// <summary>
    /// Since which day questions are asked that were not asked always: those of the person's own, and those that were
    /// dropped and are asked again. One that is not there was asked from the first day.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, LocalDate>> SinceAsync(
        Journal journal,
        CancellationToken stop = default
    )
    {
        var since = Since(await journal.SettingsAsync(stop));
        foreach (var own in (await journal.AllAsync<OwnMeasure>(stop)).Where(o => o.Asked))
        {
            // back to the version with which the asking that goes on began
            var asked = (await journal.VersionsAsync<OwnMeasure>(own.Id, stop)).Reverse().TakeWhile(v => v.Asked);
            since[own.Measure] = journal.Days.DayOf(TimeOf(asked.LastOrDefault(own).ChangeId));
        }
        return since;
    }

    private static Dictionary<string, LocalDate> Since(IReadOnlyDictionary<SettingKey, string> settings) =>
        settings
            .GetValueOrDefault(AskedSince, "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(a => a.Split('='))
            .Where(a => a.Length == 2 && LocalDatePattern.Iso.Parse(a[1]).Success)
            .DistinctBy(a => a[0])
            .ToDictionary(a => a[0], a => LocalDatePattern.Iso.Parse(a[1]).Value, StringComparer.Ordinal);

    private static string Write(Dictionary<string, LocalDate> since, string measure, LocalDate day)
    {
        since[measure] = day;
        return string.Join(' ', since.Select(s => $"{s.Key}={LocalDatePattern.Iso.Format(s.Value)}"));
    }

    /// <summary>A change is named by when it was made: the first 48 bits of its id are milliseconds since 1970.</summary>
    private static Instant TimeOf(Guid change)
    {
        var bytes = change.ToByteArray(bigEndian: true);
        var milliseconds = bytes.Take(6).Aggregate(0L, (time, part) => (time << 8) | part);
        return Instant.FromUnixTimeMilliseconds(milliseconds);
    }
}
