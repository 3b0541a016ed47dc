using Inomya.Vocabulary;

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
