using NodaTime;

namespace Inomya.Journals;

/// <summary>Something eaten, by what was in it; never how much.</summary>
public sealed record Meal : Recorded
{
    public required LocalDate Day { get; init; }

    /// <summary>When it was noted or eaten; null where only the day is known.</summary>
    public Instant? At { get; init; }

    /// <summary>Ids of its tags (content/food/tags.yaml) in order of the alphabet, a blank between.</summary>
    public required string Tags { get; init; }

    /// <summary>What it was, in the person's words.</summary>
    public string? Name { get; init; }

    /// <summary>The ids of its tags.</summary>
    public IEnumerable<string> TagIds() => Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
