using Inomya.Journals;
using NodaTime;
using NodaTime.Text;

namespace Inomya.WeeklyReviews;

/// <summary>When Today says that a week can be looked back at: on one day in seven at the most.</summary>
public static class WeeklyPrompt
{
    /// <summary>The setting: the day on which it was last done or put off.</summary>
    public static readonly SettingKey Setting = new("weekly-review");

    /// <summary>A Sunday; from it the days are counted while nothing was done yet.</summary>
    private static readonly LocalDate Sunday = new(2026, 11, 1);

    /// <summary>
    /// Is it said today? Seven days after the last time, and every seventh day after that: what was passed by is not
    /// said again the day after.
    /// </summary>
    public static bool IsOn(LocalDate today, IReadOnlyDictionary<SettingKey, string> settings, WeeklyReviewRules rules)
    {
        var last = LocalDatePattern.Iso.Parse(settings.GetValueOrDefault(Setting) ?? "") is { Success: true } read
            ? read.Value
            : (LocalDate?)null;
        var since = Period.DaysBetween(last ?? Sunday, today);
        return since % rules.PromptEveryDays == 0 && (last is null || since > 0);
    }

    /// <summary>It was done or put off today.</summary>
    public static Task DoneAsync(Journal journal) =>
        journal.SetAsync(Setting, LocalDatePattern.Iso.Format(journal.Today));
}
