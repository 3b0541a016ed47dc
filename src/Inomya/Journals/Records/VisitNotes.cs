namespace Inomya.Journals;

/// <summary>What a person prepared for one visit, and the plan they brought back from it.</summary>
/// <remarks>
/// What is private (mood, cycle, costs, notes, writing) is chosen anew each time and is nowhere in here.
/// </remarks>
public sealed record VisitNotes : Recorded
{
    /// <summary>Id of the <see cref="Appointment"/>.</summary>
    public required Guid AppointmentId { get; init; }

    /// <summary>Id of the audience of the report; null while none was chosen.</summary>
    public string? Reader { get; init; }

    /// <summary>What changed since the last visit, in the person's own words; null: as the app tells it.</summary>
    public string? Changed { get; init; }

    /// <summary>What worries them most; null when not told.</summary>
    public string? Worry { get; init; }

    /// <summary>What they want decided; null when not told.</summary>
    public string? Decide { get; init; }

    public string? FirstQuestion { get; init; }
    public string? SecondQuestion { get; init; }
    public string? ThirdQuestion { get; init; }

    /// <summary>Sections and facts that are left out, by id, with a space between; null for none.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Lines that were struck out, by the id of each, with a space between; null for none.</summary>
    public string? Struck { get; init; }

    /// <summary>Lines that name something struck out and stay all the same, as <see cref="Struck"/>.</summary>
    public string? Kept { get; init; }

    /// <summary>The reply slip goes with the pages.</summary>
    public bool WithSlip { get; init; }

    /// <summary>What was planned in the visit; null when nothing was written.</summary>
    public string? Plan { get; init; }

    /// <summary>The id that the notes of a visit always have.</summary>
    public static Guid IdOf(Guid appointment) => ImportId("visit-notes", appointment.ToString());
}
