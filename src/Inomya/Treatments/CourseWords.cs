using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>Says how a course is taken: the one sentence that every page, report, message and export uses.</summary>
public static class CourseWords
{
    /// <summary>One line: how it is taken, from and until, why it ended, what for.</summary>
    /// <param name="on">
    /// The day on which it is read; the dose is that of this day, or of the nearest day of the course.
    /// </param>
    public static string Line(this Words words, Course course, Treatment treatment, LocalDate on) =>
        Joined(
            " · ",
            words.How(course, treatment.Kind, on),
            words.Span(course, on),
            course.StopReason,
            treatment.Purpose
        );

    /// <summary>
    /// "15 mg, tablet, once a week on Monday at 08:00": dose, form, way, days, times, and what changes when.
    /// </summary>
    /// <inheritdoc cref="Line" path="/param"/>
    public static string How(this Words words, Course course, TreatmentKind kind, LocalDate on) =>
        Joined(
            ", ",
            words.DoseOf(course, kind, on),
            course.Form is { } form ? words[$"dose-form.{form}"] : null,
            course.Route is { } route ? words[$"dose-route.{route}"] : null,
            words.When(course),
            words.Changes(course)
        );

    /// <summary>"since 5 Jan 2026", "from 1 May 2027", "5 Jan 2026 to 8 Feb 2026".</summary>
    public static string Span(this Words words, Course course, LocalDate on) =>
        course.End is { } end ? words["report.medicine.until", ("from", course.Start), ("to", end)]
        : course.Start > on ? words["dosing.from", ("from", course.Start)]
        : words["report.medicine.now", ("from", course.Start)];

    /// <summary>"30 mg", "2 tablets"; a unit that is not known stands as it was written.</summary>
    public static string Dose(this Words words, double dose, string? unit)
    {
        var key = $"dose-unit.{unit}";
        var one = $"{key}.one";
        var name =
            dose == 1 && words.Has(one) && words.LanguageOf(one) == words.LanguageOf(key) ? words[one]
            : words.Has(key) ? words[key]
            : unit;
        return $"{words.Number(dose, 4)} {name}".TrimEnd();
    }

    /// <summary>On which days, at which times.</summary>
    private static string When(this Words words, Course course)
    {
        var schedule = course.Schedule;
        return schedule.NoDoses ? words["dosing.step-by-step"]
            : schedule.BySession ? words["dosing.by-session"]
            : schedule.AsNeeded ? words.WhenNeeded(schedule)
            : schedule.Times.Count == 0 ? words.WithoutTimes(schedule)
            : words.AtTimes(schedule);
    }

    private static string AtTimes(this Words words, DoseSchedule schedule)
    {
        var days = schedule.HasFixedDays ? words.Days(schedule) : words.Often(schedule.Times.Count);
        var times = string.Join(", ", schedule.Times.Order().Select(words.Clock));
        return words["dosing.at", ("days", days), ("times", times)];
    }

    private static string WhenNeeded(this Words words, DoseSchedule schedule) =>
        Joined(
            ", ",
            words["report.medicine.as-needed"],
            schedule.MostPerDay is { } most ? words["treatments.line.most", ("n", most)] : null,
            schedule.HoursApart is { } hours ? words["treatments.line.apart", ("hours", hours)] : null
        );

    private static string WithoutTimes(this Words words, DoseSchedule schedule)
    {
        if (!schedule.HasFixedDays)
            return schedule.TimesPerDay is { } rate ? words.AtRate(rate) : words["dosing.daily"];
        return Joined(
            ", ",
            words.Days(schedule),
            schedule.TimesOnItsDays is { } times and > 1
                ? words.Count("dosing.on-its-days", (int)Math.Round(times))
                : null
        );
    }

    private static string AtRate(this Words words, double timesPerDay)
    {
        const int daysInWeek = 7;
        return timesPerDay >= 1 && timesPerDay == Math.Floor(timesPerDay) ? words.Often((int)timesPerDay)
            : timesPerDay > 1 ? words["dosing.about-a-day", ("n", timesPerDay)]
            : timesPerDay * daysInWeek >= 1
                ? words.Count("dosing.about-a-week", (int)Math.Round(timesPerDay * daysInWeek))
            : words.Count("dosing.about-every", (int)Math.Round(1 / timesPerDay));
    }

    private static string Often(this Words words, int times) => words.Count("dosing.a-day", times);

    private static string Days(this Words words, DoseSchedule schedule) =>
        schedule.EveryDays > 1 && schedule.Weekdays.Count == 0
            ? words.EveryFewDays(schedule.EveryDays)
            : Joined(
                ", ",
                schedule.EveryDays > 1 ? words["treatments.line.every", ("n", schedule.EveryDays)] : null,
                words.Count("dosing.weekdays", schedule.Weekdays.Count, ("days", words.NamesOf(schedule.Weekdays)))
            );

    private static string EveryFewDays(this Words words, int days) =>
        days == 2 ? words["dosing.every-other"] : words["treatments.line.every", ("n", days)];

    private static string NamesOf(this Words words, IEnumerable<IsoDayOfWeek> weekdays) =>
        string.Join(
            ", ",
            weekdays.Order().Select(d => words.Culture.DateTimeFormat.GetDayName((DayOfWeek)((int)d % 7)))
        );

    private static string? DoseOf(this Words words, Course course, TreatmentKind kind, LocalDate on)
    {
        var day =
            on < course.Start ? course.Start
            : on > course.End ? course.End.Value
            : on;
        return course.Schedule.DoseOn(day) switch
        {
            null => kind is TreatmentKind.Medicine or TreatmentKind.Supplement ? words["dosing.no-dose"] : null,
            0 => words["dosing.pause"],
            { } dose => words.Dose(dose, course.Schedule.Unit),
        };
    }

    private static string? Changes(this Words words, Course course)
    {
        if (course.Schedule.Steps.Count == 0)
            return null;
        var steps = StepsOf(course).Select(s => words.Step(s.From, s.Dose, course.Schedule.Unit));
        return words["dosing.changes", ("steps", string.Join(", ", steps))];
    }

    private static IEnumerable<(LocalDate From, double Dose)> StepsOf(Course course)
    {
        var steps = course.Schedule.Steps.Select(s => (s.From, s.Dose));
        return course.Schedule.FirstDose is { } first ? steps.Prepend((course.Start, first)) : steps;
    }

    private static string Step(this Words words, LocalDate from, double dose, string? unit) =>
        dose is 0
            ? words["dosing.step-pause", ("day", from)]
            : words["dosing.step", ("dose", words.Dose(dose, unit)), ("day", from)];

    private static string Joined(string between, params string?[] parts) =>
        string.Join(between, parts.Where(p => !string.IsNullOrEmpty(p)));
}
