using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Journals;

/// <summary>The person whose journal it is.</summary>
public sealed record Person
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Instant AddedAt { get; init; }

    /// <summary>BCP 47 tag of the language of the pages.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Local time at which a new day starts.</summary>
    public LocalTime DayBoundary { get; init; } = DayClock.UsualBoundary;

    public int? BirthYear { get; init; }

    /// <summary>FHIR administrative gender: female, male, other; null when not given.</summary>
    public string? Sex { get; init; }
}
