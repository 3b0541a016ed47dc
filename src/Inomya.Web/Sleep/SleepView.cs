using Inomya.Journals;
using Inomya.Sleep;
using NodaTime;

namespace Inomya.Web.Sleep;

/// <summary>What the pages of sleep show, read once.</summary>
/// <param name="Told">What was told of each night, in order of days.</param>
/// <param name="Watch">Hours of sleep of a watch by day; never mixed with what was told.</param>
public sealed record SleepView(
    Journal Journal,
    IReadOnlyList<SleepNight> Told,
    WindowFacts Facts,
    WindowReview Review,
    IReadOnlyDictionary<LocalDate, double> Watch
)
{
    public LocalDate Today => Facts.Today;

    public IReadOnlyList<Night> Nights => Facts.Nights;

    /// <summary>The night that ended on a day; null when nothing was told of it.</summary>
    public Night? NightOf(LocalDate day) => Nights.FirstOrDefault(n => n.Day == day);

    /// <summary>The windows there were, the newest first.</summary>
    public IEnumerable<SleepWindow> Windows =>
        Facts.Windows.OrderByDescending(w => w.Day).ThenByDescending(w => w.ChangeId);
}
