using NodaTime;

namespace Inomya.Journals;

/// <summary>That a person goes through a programme: since when, by which road, and whether it rests.</summary>
public sealed record Enrolment : Recorded
{
    /// <summary>Id of the programme in content; one of a programme that content no longer has is kept.</summary>
    public required string Programme { get; init; }

    /// <summary>The version of the programme on the day of enrolment.</summary>
    public required int Version { get; init; }

    public required Road Road { get; init; }

    /// <summary>The day on which the person enrolled.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The first day of the programme: the day of enrolment, or the day that was drawn.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>How the first day was drawn; null where it was chosen.</summary>
    public DrawnStart? Drawn { get; init; }

    /// <summary>Id of the <see cref="Course"/> by which "what helped" knows of it; null where there is none.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>The first day on which it rests; null while it goes on.</summary>
    public LocalDate? PausedOn { get; init; }

    /// <summary>Why it rests: "own", or the id of what the harm watch saw.</summary>
    public string? PausedFor { get; init; }

    /// <summary>Days on which it rested in all the pauses that are over.</summary>
    public int DaysPaused { get; init; }

    /// <summary>The last day; null while it goes on.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>"finished", or "left" where the person ended it before.</summary>
    public string? EndedFor { get; init; }
}
