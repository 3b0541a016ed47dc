using Inomya.Content;
using Inomya.Journals;
using Inomya.Treatments;
using NodaTime;

namespace Inomya.Web.Treatments;

/// <summary>Says how a course is taken.</summary>
public static class CourseWords
{
    /// <summary>One line: dose, form, when, from and until, why it ended.</summary>
    public static string Line(this Words words, Course course, Treatment treatment)
    {
        var parts = new List<string>();
        if (course.Dose is { } dose)
            parts.Add(words.Dose(dose, course.DoseUnit));
        if (course.Form is { } form)
            parts.Add(words[$"dose-form.{form}"]);
        if (course.Route is { } route)
            parts.Add(words[$"dose-route.{route}"]);
        parts.Add(words.When(course));
        parts.Add(
            course.End is { } end
                ? words["report.medicine.until", ("from", course.Start), ("to", end)]
                : words["report.medicine.now", ("from", course.Start)]
        );
        if (course.StopReason is { } why)
            parts.Add(why);
        if (treatment.Purpose is { } purpose)
            parts.Add(purpose);
        return string.Join(" · ", parts.Where(p => p.Length > 0));
    }

    /// <summary>"30 mg", "2 tablets"; a unit that is not known stands as it was written.</summary>
    public static string Dose(this Words words, double dose, string? unit) =>
        $"{words.Number(dose, 4)} {(unit is not null && words.Has($"dose-unit.{unit}") ? words[$"dose-unit.{unit}"] : unit)}".TrimEnd();

    /// <summary>"every day at 08:00 and 20:00", in words.</summary>
    public static string When(this Words words, Course course)
    {
        var schedule = DoseSchedule.Of(course);
        if (course.AsNeeded)
        {
            var most = (schedule.MostPerDay ?? course.TimesPerDay) is { } m
                ? $", {words["treatments.line.most", ("n", m)]}"
                : "";
            var apart = schedule.HoursApart is { } h ? $", {words["treatments.line.apart", ("hours", h)]}" : "";
            return $"{words["report.medicine.as-needed"]}{most}{apart}";
        }
        var days =
            schedule.EveryDays > 1 ? words["treatments.line.every", ("n", schedule.EveryDays)]
            : schedule.Weekdays.Count > 0
                ? string.Join(
                    ", ",
                    schedule
                        .Weekdays.Order()
                        .Select(d => words.Culture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)((int)d % 7)))
                )
            : "";
        var times =
            schedule.Times.Count > 0 ? string.Join(", ", schedule.Times.Order().Select(t => words.Clock(t)))
            : course.TimesPerDay is { } perDay ? $"{words["treatments.times"]}: {words.Number(perDay)}"
            : "";
        var steps =
            schedule.Steps.Count > 0
                ? words[
                    "treatments.line.steps",
                    (
                        "steps",
                        string.Join(
                            ", ",
                            schedule.Steps.Select(s =>
                                $"{words.Dose(s.Dose, course.DoseUnit)} ({words.ShortDay(s.From)})"
                            )
                        )
                    )
                ]
                : "";
        return string.Join(", ", new[] { days, times, steps }.Where(p => p.Length > 0));
    }
}
