using Inomya.Journals;
using Inomya.Treatments;
using NodaTime;

namespace Inomya.Movement;

/// <summary>Makes a session count as an intake of a treatment, so that "what helped" sees it.</summary>
/// <remarks>
/// A treatment of this name that the person has already is taken; else one is made, with the same id on every device.
/// </remarks>
public static class SessionIntakes
{
    private const string Origin = "movement",
        Minutes = "min";

    /// <summary>Adds what is missing of treatment and course, and the intake, to a draft.</summary>
    /// <param name="name">What the treatment is called in the person's language.</param>
    /// <param name="treatments">All that the person has.</param>
    /// <param name="courses">All that the person has.</param>
    public static void Add(
        Draft draft,
        MovementSession session,
        string name,
        IReadOnlyList<Treatment> treatments,
        IReadOnlyList<Course> courses
    )
    {
        var treatment = TreatmentOf(draft, session.Kind, name, treatments);
        var mine = courses.Where(c => c.TreatmentId == treatment).ToList();
        draft.Add(IntakeOf(session, treatment, CourseOf(draft, treatment, session.Day, mine)));
    }

    /// <summary>The intake that a session made.</summary>
    public static Guid IntakeIdOf(MovementSession session) =>
        Recorded.ImportId(Origin, "intake", session.Id.ToString());

    private static Guid TreatmentOf(Draft draft, MovementKind kind, string name, IReadOnlyList<Treatment> treatments)
    {
        var own = Recorded.ImportId(Origin, "treatment", kind.ToString());
        var there = treatments.Where(t => t.Kind == TreatmentKind.Exercise).ToList();
        if ((there.Find(t => t.Id == own) ?? there.Find(t => IsNamed(t, name))) is { } found)
            return found.Id;
        draft.Add(
            new Treatment
            {
                Id = own,
                Name = name,
                Kind = TreatmentKind.Exercise,
            }
        );
        return own;
    }

    private static bool IsNamed(Treatment treatment, string name) =>
        string.Equals(treatment.Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The course that covers the day; one that began later and goes on begins earlier now. One of before that was made
    /// here with doses on days is by session from now on.
    /// </summary>
    private static Guid CourseOf(Draft draft, Guid treatment, LocalDate day, List<Course> courses)
    {
        var there = courses.Find(c => c.Covers(day)) ?? courses.Where(c => c.Start > day).MinBy(c => (c.Start, c.Id));
        if (there is null)
        {
            there = NewCourse(treatment, day, courses.Count);
            draft.Add(there);
            return there.Id;
        }
        var wanted = there with
        {
            Start = LocalDate.Min(there.Start, day),
            Schedule = ScheduleOf(there, courses.Count),
        };
        if (wanted != there)
            draft.Correct(there, wanted);
        return there.Id;
    }

    private static DoseSchedule ScheduleOf(Course course, int courses) =>
        Enumerable.Range(0, courses).Any(n => course.Id == IdOf(course.TreatmentId, n))
        && course.Schedule == new DoseSchedule { TimesPerDay = course.Schedule.TimesPerDay }
            ? BySession
            : course.Schedule;

    private static Guid IdOf(Guid treatment, int number) =>
        Recorded.ImportId(Origin, "course", treatment.ToString(), $"{number}");

    private static DoseSchedule BySession { get; } = new() { BySession = true };

    private static Course NewCourse(Guid treatment, LocalDate day, int number) =>
        new()
        {
            Id = IdOf(treatment, number),
            TreatmentId = treatment,
            Start = day,
            Schedule = BySession,
        };

    private static Intake IntakeOf(MovementSession session, Guid treatment, Guid course) =>
        new()
        {
            Id = IntakeIdOf(session),
            TreatmentId = treatment,
            CourseId = course,
            Day = session.Day,
            Status = IntakeStatus.Taken,
            Source = DayDoses.SessionSource,
            Amount = session.Minutes,
            AmountUnit = session.Minutes is null ? null : Minutes,
        };
}
