using NodaTime;

namespace Inomya.Journals;

/// <summary>The value of one day, derived from samples; can always be derived again.</summary>
public sealed record DailyValue
{
    public required Guid PersonId { get; init; }
    public required int SourceId { get; init; }
    public required LocalDate Day { get; init; }
    public required double Value { get; init; }

    /// <summary>How many samples it was made from.</summary>
    public required int Samples { get; init; }
}
