using Inomya.Journals;
using NodaTime;

namespace Inomya.Calm;

/// <summary>Records that a practice was done, as an intake of a treatment that is done by session: so "what helped" sees it.</summary>
public static class PracticeRecorder
{
    public const string Source = "calm";

    /// <summary>0 (calm) to 10 (as tense as can be).</summary>
    public static Vocabulary.Scale Tension { get; } = new(0, 10);

    /// <summary>The id that a practice always has among the treatments.</summary>
    public static Guid TreatmentOf(string practice) => Recorded.ImportId(Source, "treatment", practice);

    /// <summary>The change, not written yet. The first time the treatment is added with it.</summary>
    /// <param name="name">What the practice is called, in the person's language.</param>
    /// <param name="at">When it was done.</param>
    /// <param name="before">How tense before, 0 to 10; null when not rated.</param>
    /// <param name="after">How tense after.</param>
    /// <param name="key">The submission's own id.</param>
    public static async Task<Draft> DraftAsync(
        Journal journal,
        string practice,
        string name,
        Instant at,
        double? before,
        double? after,
        string? key,
        CancellationToken stop = default
    )
    {
        var day = journal.Days.DayOf(at);
        var draft = new Draft("practice", key, day);
        var treatment = TreatmentOf(practice);
        if (await journal.FindAsync<Treatment>(treatment, stop) is null)
            draft.Add(
                new Treatment
                {
                    Id = treatment,
                    Name = name,
                    Kind = TreatmentKind.Therapy,
                }
            );
        var course = CourseOf(draft, await CoursesOfAsync(journal, treatment, stop), practice, day);
        var intake = IntakeOf(course, day, at);
        draft.Add(intake);
        if (before is not null || after is not null)
            draft.Add(
                new PracticeRating
                {
                    IntakeId = intake.Id,
                    Day = day,
                    Before = before,
                    After = after,
                }
            );
        return draft;
    }

    private static async Task<List<Course>> CoursesOfAsync(Journal journal, Guid treatment, CancellationToken stop) =>
        [.. (await journal.AllAsync<Course>(stop)).Where(c => c.TreatmentId == treatment).OrderBy(c => c.Start)];

    /// <summary>
    /// The course that covers the day; one that began later begins earlier now, so that there are never two at once. One
    /// of before that asked for doses is by session from now on.
    /// </summary>
    private static Course CourseOf(Draft draft, List<Course> courses, string practice, LocalDate day)
    {
        var there = courses.Find(c => c.Covers(day)) ?? courses.Find(c => c.Start > day);
        if (there is null)
        {
            there = NewCourse(practice, day, courses.Count);
            draft.Add(there);
            return there;
        }
        var schedule = there.Schedule == new DoseSchedule { AsNeeded = true } ? BySession : there.Schedule;
        var wanted = there with { Start = LocalDate.Min(there.Start, day), Schedule = schedule };
        if (wanted != there)
            draft.Correct(there, wanted);
        return wanted;
    }

    /// <summary>When one wishes, such as on a bad day, and each one told by itself.</summary>
    private static DoseSchedule BySession { get; } = new() { BySession = true, AsNeeded = true };

    /// <summary>The same from two devices at once, so that only one of them is written.</summary>
    private static Course NewCourse(string practice, LocalDate day, int number) =>
        new()
        {
            Id = Recorded.ImportId(Source, "course", practice, $"{number}"),
            TreatmentId = TreatmentOf(practice),
            Start = day,
            Schedule = BySession,
        };

    private static Intake IntakeOf(Course course, LocalDate day, Instant at) =>
        new()
        {
            TreatmentId = course.TreatmentId,
            CourseId = course.Id,
            Day = day,
            At = at,
            Status = IntakeStatus.Taken,
            Source = Source,
        };
}
