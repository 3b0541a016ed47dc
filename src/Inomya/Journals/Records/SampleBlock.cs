namespace Inomya.Journals;

/// <summary>What one import or one arrival brought of one measure in one month: samples of devices, compressed by column.</summary>
/// <remarks>
/// Blocks lie over each other: of the same stretch by the same device the newest stands. A block is a fact like any other, so an
/// import of a million samples is undone as one of ten entries is.
/// </remarks>
public sealed record SampleBlock : Recorded
{
    /// <summary>Id of a measure, or the name of a stream from which several are derived.</summary>
    public required string Measure { get; init; }

    /// <summary>Months since January of the year 0, in UTC: year × 12 + month − 1.</summary>
    public required int Month { get; init; }

    /// <summary>How its samples become daily values.</summary>
    public required Vocabulary.DailyRule Rule { get; init; }

    /// <summary>How many samples it holds.</summary>
    public required int Samples { get; init; }

    /// <summary>The samples, as <see cref="SampleCode"/> writes them.</summary>
    public required byte[] Data { get; init; }
}
