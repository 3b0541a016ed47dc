using NodaTime;

namespace Inomya.Journals;

/// <summary>What was really taken on a day.</summary>
public sealed record Intake : Recorded
{
    public required Guid TreatmentId { get; init; }
    public Guid? CourseId { get; init; }
    public required LocalDate Day { get; init; }
    public Instant? At { get; init; }

    /// <summary>
    /// Which of the day's planned doses, from 1; null for the whole day, or for one that was not planned.
    /// </summary>
    public int? Slot { get; init; }
    public IntakeStatus Status { get; init; }

    /// <summary>How much, in <see cref="AmountUnit"/>; null means as planned or not known.</summary>
    public double? Amount { get; init; }
    public string? AmountUnit { get; init; }

    /// <summary>The amount as it was written where it came from, when it is more than a number and a unit.</summary>
    public string? AsWritten { get; init; }
    public required string Source { get; init; }
}
