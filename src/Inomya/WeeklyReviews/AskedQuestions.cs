using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;

namespace Inomya.WeeklyReviews;

/// <summary>Drops a question and asks it again; both with one tap.</summary>
public static class AskedQuestions
{
    /// <summary>The setting that hides the numbers on Today: "on", or not there.</summary>
    public static readonly SettingKey HideNumbers = new("hide-numbers");

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
            await journal.SetAsync(Tracked.Setting, Tracked.SettingOf(tracked, measures), stop);
        return null;
    }
}
