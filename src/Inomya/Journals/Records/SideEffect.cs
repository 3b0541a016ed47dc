using NodaTime;

namespace Inomya.Journals;

/// <summary>Something unwanted that the person puts down to a treatment.</summary>
public sealed record SideEffect : Recorded
{
    public required Guid TreatmentId { get; init; }
    public required LocalDate Day { get; init; }
    public required string Text { get; init; }

    /// <summary>0 to 10; null when not rated.</summary>
    public double? Severity { get; init; }
}
