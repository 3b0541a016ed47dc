using NodaTime;

namespace Inomya.Journals;

/// <summary>That a step of a programme was done, or passed over.</summary>
/// <remarks>
/// Its <see cref="Recorded.Id"/> is made of where it stands (<see cref="IdOf"/>): two devices that do the same step
/// write one.
/// </remarks>
public sealed record StepDone : Recorded
{
    public required Guid EnrolmentId { get; init; }

    /// <summary>Id of the step in its programme; one that a later version no longer has is kept.</summary>
    public required string Step { get; init; }

    /// <summary>The version of the step that was done.</summary>
    public required int Version { get; init; }

    public required StepForm Form { get; init; }
    public required LocalDate Day { get; init; }

    /// <summary>The id that the doing of a step always has.</summary>
    public static Guid IdOf(Guid enrolment, string step) => ImportId("step-done", enrolment.ToString(), step);
}
