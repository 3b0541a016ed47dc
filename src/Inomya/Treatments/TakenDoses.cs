using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>Reads from intakes and plans which doses were taken, or perhaps taken.</summary>
internal sealed class TakenDoses(
    IReadOnlyList<Course> courses,
    IReadOnlyList<Intake> intakes,
    DayClock days,
    DoseContents contents
)
{
    /// <summary>Those of the hours up to now; of those without a time, all of the days that the hours touch.</summary>
    public IEnumerable<TakenDose> In(Duration hours, Instant now)
    {
        var oldest = days.DayOf(now - hours);
        return intakes
            .Where(i => i.Status != IntakeStatus.Skipped && i.Source != DayDoses.SessionSource)
            .SelectMany(NotedBy)
            .Concat(Open(oldest, days.DayOf(now)))
            .Where(d => d.At is { } at ? at > now - hours && at <= now : d.Day >= oldest);
    }

    private IEnumerable<TakenDose> NotedBy(Intake intake)
    {
        if (courses.FirstOrDefault(c => c.Id == intake.CourseId) is not { } course)
            return [OfNoCourse(intake)];
        var planned = PlannedDoses.Of(course, intake.Day, intake.Day, days);
        if (IsOfWholeDay(intake, course))
            return planned.Where(p => !HasOwnIntake(p)).Select(p => Planned(p, isNoted: true));
        return [One(intake, course, intake.At ?? planned.FirstOrDefault(p => p.Number == intake.Slot)?.At)];
    }

    /// <summary>Of no course of the journal, such as one from a file: taken all the same.</summary>
    private TakenDose OfNoCourse(Intake intake) => One(intake, null, intake.At);

    private TakenDose One(Intake intake, Course? course, Instant? at)
    {
        var treatmentId = course?.TreatmentId ?? intake.TreatmentId;
        var holds = contents.Of(treatmentId, course, intake.Day, contents.NotedAmount(intake));
        return new TakenDose(treatmentId, at, intake.Day, IsNoted: true, holds);
    }

    private TakenDose Planned(PlannedDose dose, bool isNoted)
    {
        var treatmentId = dose.Course.TreatmentId;
        var holds = contents.Of(treatmentId, dose.Course, dose.Day);
        return new TakenDose(treatmentId, dose.At, dose.Day, isNoted, holds);
    }

    /// <summary>The check-in speaks of all the planned doses of a day at once.</summary>
    private static bool IsOfWholeDay(Intake intake, Course course) =>
        intake.Slot is null && intake.Status != IntakeStatus.Extra && !course.AsNeeded;

    private bool HasOwnIntake(PlannedDose dose) => intakes.Any(i => IsOfDay(i, dose) && i.Slot == dose.Number);

    /// <summary>Planned and without an answer.</summary>
    private IEnumerable<TakenDose> Open(LocalDate oldest, LocalDate today) =>
        courses
            .SelectMany(c => PlannedDoses.Of(c, oldest, today, days))
            .Where(p => !IsAnswered(p))
            .Select(p => Planned(p, isNoted: false));

    private bool IsAnswered(PlannedDose dose) =>
        intakes.Any(i =>
            IsOfDay(i, dose) && i.Status != IntakeStatus.Extra && (i.Slot is null || i.Slot == dose.Number)
        );

    private static bool IsOfDay(Intake intake, PlannedDose dose) =>
        intake.CourseId == dose.Course.Id && intake.Day == dose.Day;
}
