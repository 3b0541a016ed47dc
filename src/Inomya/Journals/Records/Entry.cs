using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Journals;

/// <summary>One value of one measure, as it was given.</summary>
public sealed record Entry : Recorded
{
    /// <summary>Id of a built-in measure or of an <see cref="OwnMeasure"/>.</summary>
    public required string Measure { get; init; }

    /// <summary>
    /// In <see cref="Unit"/>; on <see cref="Scale"/> when it is a rating; null only where <see cref="Text"/> is given.
    /// </summary>
    public double? Value { get; init; }

    public string? Text { get; init; }

    /// <summary>Lowest step of the scale it was rated on; null when it is no rating.</summary>
    public double? ScaleLow { get; init; }

    /// <summary>Highest step of the scale it was rated on; null when it is no rating.</summary>
    public double? ScaleTop { get; init; }

    /// <summary>UCUM unit of <see cref="Value"/>.</summary>
    public string Unit { get; init; } = "1";

    /// <summary>The person's local day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>When it was, where that is known.</summary>
    public Instant? At { get; init; }

    /// <summary>IANA zone or UTC offset in which <see cref="At"/> was written, where known.</summary>
    public string? Zone { get; init; }

    /// <summary>Id of a <see cref="BodyRegion"/>, for what is rated by region.</summary>
    public string? Region { get; init; }

    /// <summary>Where it came from: "checkin" or the name of an import format.</summary>
    public required string Source { get; init; }

    public Scale? Scale => ScaleLow is { } low && ScaleTop is { } top ? new Scale(low, top) : null;
}
