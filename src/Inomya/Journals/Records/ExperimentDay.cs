using NodaTime;

namespace Inomya.Journals;

/// <summary>How one day of an experiment went; a day without one was not recorded.</summary>
public sealed record ExperimentDay : Recorded
{
    public required Guid ExperimentId { get; init; }
    public required LocalDate Day { get; init; }
    public required Adherence Adherence { get; init; }
}
