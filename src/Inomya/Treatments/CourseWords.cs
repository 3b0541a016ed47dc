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
        if (schedule.AsNeeded)
            return Joined(
                ", ",
                words["report.medicine.as-needed"],
                schedule.MostPerDay is { } most ? words["treatments.line.most", ("n", most)] : null,
                schedule.HoursApart is { } hours ? words["treatments.line.apart", ("hours", hours)] : null
            );
        var times = schedule.Times.Order().Select(words.Clock).ToList();
        return times.Count == 0 ? words.WithoutTimes(schedule)
            : schedule.HasFixedDays
                ? words["dosing.at", ("days", words.Days(schedule)), ("times", string.Join(", ", times))]
            : words["dosing.at", ("days", words.Often(times.Count)), ("times", string.Join(", ", times))];
    }

    private static string WithoutTimes(this Words words, DoseSchedule schedule)
    {
        if (schedule.HasFixedDays)
            return Joined(
                ", ",
                words.Days(schedule),
                schedule.TimesOnItsDays is { } times and > 1
                    ? words.Count("dosing.on-its-days", (int)Math.Round(times))
                    : null
            );
        const int daysInWeek = 7;
        return schedule.TimesPerDay is not { } rate ? words["dosing.daily"]
            : rate >= 1 && rate == Math.Floor(rate) ? words.Often((int)rate)
            : rate > 1 ? words["dosing.about-a-day", ("n", rate)]
            : rate * daysInWeek >= 1 ? words.Count("dosing.about-a-week", (int)Math.Round(rate * daysInWeek))
            : words.Count("dosing.about-every", (int)Math.Round(1 / rate));
    }

    private static string Often(this Words words, int times) => words.Count("dosing.a-day", times);

    private static string Days(this Words words, DoseSchedule schedule)
    {
        if (schedule.EveryDays > 1 && schedule.Weekdays.Count == 0)
            return schedule.EveryDays == 2
                ? words["dosing.every-other"]
                : words["treatments.line.every", ("n", schedule.EveryDays)];
        var names = string.Join(
            ", ",
            schedule.Weekdays.Order().Select(d => words.Culture.DateTimeFormat.GetDayName((DayOfWeek)((int)d % 7)))
        );
        return Joined(
            ", ",
            schedule.EveryDays > 1 ? words["treatments.line.every", ("n", schedule.EveryDays)] : null,
            words.Count("dosing.weekdays", schedule.Weekdays.Count, ("days", names))
        );
    }

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
        var schedule = course.Schedule;
        if (schedule.Steps.Count == 0)
            return null;
        var steps = schedule.Steps.Select(s => (s.From, Dose: (double?)s.Dose));
        if (schedule.FirstDose is { } first)
            steps = steps.Prepend((course.Start, first));
        return words[
            "dosing.changes",
            (
                "steps",
                string.Join(
                    ", ",
                    steps.Select(s =>
                        s.Dose is 0
                            ? words["dosing.step-pause", ("day", s.From)]
                            : words["dosing.step", ("dose", words.Dose(s.Dose!.Value, schedule.Unit)), ("day", s.From)]
                    )
                )
            )
        ];
    }

    private static string Joined(string between, params string?[] parts) =>
        string.Join(between, parts.Where(p => !string.IsNullOrEmpty(p)));
}
