using NodaTime;

namespace Inomya.Journals;

/// <summary>What the person wrote about a day.</summary>
public sealed record Note : Recorded
{
    public required LocalDate Day { get; init; }
    public required string Text { get; init; }
    public required string Source { get; init; }
}
