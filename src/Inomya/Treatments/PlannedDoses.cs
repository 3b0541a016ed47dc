using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>Unfolds courses into doses.</summary>
public static class PlannedDoses
{
    /// <summary>No journey and no clock change moves a time of day further than this.</summary>
    private const int DaysOfTravel = 2;

    /// <summary>The doses of a course on the days of a stretch, both ends included, in order of day and time.</summary>
    /// <remarks>
    /// Each dose is of exactly one day: stretches that lie side by side give together what the whole gives, neither
    /// more nor less.
    /// </remarks>
    public static IEnumerable<PlannedDose> Of(Course course, LocalDate from, LocalDate to, DayClock days)
    {
        var times = course.Schedule.Times.OrderBy(t => t < days.Boundary).ThenBy(t => t).ToList();
        return DaysOf(course, from, to).SelectMany(day => DosesOn(day, course, times, days));
    }

    private static IEnumerable<PlannedDose> DosesOn(LocalDate day, Course course, List<LocalTime> times, DayClock days)
    {
        for (var number = 1; number <= course.CountOn(day); number++)
        {
            LocalTime? time = times.Count > 0 ? times[number - 1] : null;
            yield return new PlannedDose(course, day, number, time, time is { } t ? days.InstantOf(day, t) : null);
        }
    }

    private static IEnumerable<LocalDate> DaysOf(Course course, LocalDate from, LocalDate to)
    {
        var last = course.End is { } end ? LocalDate.Min(end, to) : to;
        for (var day = LocalDate.Max(course.Start, from); day <= last; day = day.PlusDays(1))
            yield return day;
    }

    /// <summary>The doses with a time that are due after one instant and up to another.</summary>
    public static IEnumerable<PlannedDose> Between(
        IEnumerable<Course> courses,
        Instant after,
        Instant upTo,
        DayClock days
    )
    {
        var (from, to) = (days.DayOf(after).PlusDays(-DaysOfTravel), days.DayOf(upTo).PlusDays(DaysOfTravel));
        return courses
            .SelectMany(c => Of(c, from, to, days))
            .Where(d => d.At > after && d.At <= upTo)
            .OrderBy(d => d.At);
    }
}
