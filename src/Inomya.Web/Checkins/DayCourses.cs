using Inomya.Journals;
using NodaTime;

namespace Inomya.Web.Checkins;

/// <summary>What a form of a day has to do with the medicines and treatments of that day.</summary>
/// <remarks>
/// A form speaks of a course for the whole day. What is noted dose by dose stays as it is there: a form neither asks
/// about it nor adds to it.
/// </remarks>
public static class DayCourses
{
    /// <summary>Planned for the day: not as needed, not on a day between.</summary>
    public static IReadOnlyList<(Course Course, string Name)> Due(DayRead read) =>
        [.. read.Courses.Where(c => IsDue(c.Course, read.Day))];

    /// <summary>
    /// What a form asks about: all but what is on a day between, noted dose by dose, or has no doses. What is answered
    /// already is asked in any case, and so are doses that have no fixed days.
    /// </summary>
    public static IReadOnlyList<(Course Course, string Name)> Asked(DayRead read) =>
        [
            .. read.Courses.Where(c =>
                !IsByDose(read, c.Course)
                && (
                    !IsOpen(read, c.Course)
                    || IsDue(c.Course, read.Day)
                    || (c.Course.Schedule.HasDoses && (c.Course.AsNeeded || !c.Course.Schedule.HasFixedDays))
                )
            ),
        ];

    /// <summary>Noted dose by dose on the day.</summary>
    public static IReadOnlyList<(Course Course, string Name)> ByDose(DayRead read) =>
        [.. read.Courses.Where(c => IsByDose(read, c.Course))];

    /// <summary>Nothing is recorded of it on the day, in no way.</summary>
    public static bool IsOpen(DayRead read, Course course) =>
        !read.Intakes.Any(i => i.Day == read.Day && i.CourseId == course.Id);

    public static bool IsDue(Course course, LocalDate day) => course.CountOn(day) > 0;

    private static bool IsByDose(DayRead read, Course course) =>
        read.Intakes.Any(i =>
            i.Day == read.Day && i.CourseId == course.Id && i.Source != Inomya.Checkins.Checkin.Source
        );
}
