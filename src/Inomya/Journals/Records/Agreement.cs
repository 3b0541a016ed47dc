using NodaTime;

namespace Inomya.Journals;

/// <summary>One thing that was agreed in a visit.</summary>
public sealed record Agreement : Recorded
{
    /// <summary>Id of the <see cref="Appointment"/>.</summary>
    public required Guid AppointmentId { get; init; }

    /// <summary>As it was ticked or typed.</summary>
    public required string Text { get; init; }

    /// <summary>Id of the item of the reply slip; null when it was typed.</summary>
    public string? Item { get; init; }

    public required AgreementState State { get; init; }

    /// <summary>When it was agreed.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>From this day on the app asks what became of it; null: it never asks.</summary>
    public LocalDate? AskOn { get; init; }

    /// <summary>The last day on which the person said what became of it; null while they did not.</summary>
    public LocalDate? AnsweredOn { get; init; }

    /// <summary>The id that an agreement always has, so that it is there once.</summary>
    /// <param name="what">The item of the slip, or the text as typed.</param>
    public static Guid IdOf(Guid appointment, string what) => ImportId("agreement", appointment.ToString(), what);
}
