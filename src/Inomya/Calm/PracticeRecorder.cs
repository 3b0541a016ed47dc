using Inomya.Journals;
using NodaTime;

namespace Inomya.Calm;

/// <summary>Records that a practice was done, as an intake of a treatment as needed: so "what helped" sees it.</summary>
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
        var course = await CourseOnAsync(journal, treatment, day, stop);
        if (course is null)
            draft.Add(course = NewCourse(practice, treatment, day));
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

    private static async Task<Course?> CourseOnAsync(
        Journal journal,
        Guid treatment,
        LocalDate day,
        CancellationToken stop
    ) => (await journal.AllAsync<Course>(stop)).FirstOrDefault(c => c.TreatmentId == treatment && c.Covers(day));

    private static Course NewCourse(string practice, Guid treatment, LocalDate day) =>
        new()
        {
            Id = Recorded.ImportId(Source, "course", practice, $"{day:uuuu-MM-dd}"),
            TreatmentId = treatment,
            Start = day,
            Schedule = new DoseSchedule { AsNeeded = true },
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
