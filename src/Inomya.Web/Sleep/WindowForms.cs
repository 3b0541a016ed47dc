using System.Globalization;
using Inomya.Journals;
using Inomya.Sleep;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Sleep;

/// <summary>
/// Takes a sleep window that the rules propose. It is reckoned anew when it is taken: what was true when the page was made
/// may not be any more, so such a form does not wait on a device, and one that showed other minutes is refused.
/// </summary>
public sealed class WindowForms(PersonJournal person, SleepRoom room)
{
    public const string Name = "sleep-window",
        EndName = "sleep-window-end";

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The change; or the last part of the locale key sleep.error.WRONG.</summary>
    public async Task<(Change? Change, string? Wrong)> TakeAsync(IFormCollection form)
    {
        var journal = await person.OpenAsync();
        if (await journal.TakenAsync(form["submission"].ToString()) is { } before)
            return (before, null);
        var view = await room.ReadAsync();
        if (RiseIn(form, view.Review.Now) is not { } rise)
            return (null, "rise");
        if (WayIn(form, view.Review) is not { } way)
            return (null, view.Review.Proposes ? "way" : "window");
        if (form[MinutesField(way)] != MinutesText(view.Review, way))
            return (null, "stale");
        var window = WindowReviewer.Take(view.Review, view.Today, way, rise);
        return (await journal.RecordAsync(new Draft(Name, form["submission"], view.Today).Add(window)), null);
    }

    /// <summary>The field with the minutes that were shown for a way: what was not seen is not taken.</summary>
    public static string MinutesField(SleepWindowWay way) => $"minutes-{way}";

    /// <summary>What stands in it.</summary>
    public static string MinutesText(WindowReview review, SleepWindowWay way) =>
        review.Minutes[way].ToString(CultureInfo.InvariantCulture);

    /// <summary>Null when there is no window to end.</summary>
    public async Task<Change?> EndAsync(IFormCollection form)
    {
        var journal = await person.OpenAsync();
        var view = await room.ReadAsync();
        return view.Review.Now is { } now
            ? await journal.RecordAsync(
                new Draft(EndName, form["submission"], view.Today).Add(WindowReviewer.End(now, view.Today))
            )
            : await journal.TakenAsync(form["submission"].ToString());
    }

    /// <summary>The way that was chosen; that of the window there is, where none was.</summary>
    private static SleepWindowWay? WayIn(IFormCollection form, WindowReview review)
    {
        var way =
            Enum.TryParse<SleepWindowWay>(form["way"], out var chosen) && Enum.IsDefined(chosen)
                ? chosen
                : review.Now?.Way;
        return way is { } known && review.Minutes.ContainsKey(known) ? known : null;
    }

    private static LocalTime? RiseIn(IFormCollection form, SleepWindow? now) =>
        Clock.Parse(form["rise"].ToString()) is { Success: true, Value: var rise } ? rise : now?.Rise;
}
