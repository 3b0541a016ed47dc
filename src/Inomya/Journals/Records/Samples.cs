using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Journals;

/// <summary>All samples of one measure from one device.</summary>
public sealed record SampleSource
{
    public required Guid PersonId { get; init; }

    /// <summary>Small number, unique for the person: it stands in every sample.</summary>
    public required int Id { get; init; }
    public required string Measure { get; init; }

    /// <summary>The device or app, as its file names it.</summary>
    public required string Device { get; init; }

    /// <summary>How its samples become daily values.</summary>
    public required DailyRule Rule { get; init; }
}

/// <summary>One value from a device, for a stretch of time.</summary>
public sealed record Sample
{
    public required Guid PersonId { get; init; }
    public required int SourceId { get; init; }
    public required Instant Start { get; init; }

    /// <summary>At or after <see cref="Start"/>.</summary>
    public required Instant End { get; init; }

    /// <summary>In the unit of the stream's measure.</summary>
    public required double Value { get; init; }
}

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
