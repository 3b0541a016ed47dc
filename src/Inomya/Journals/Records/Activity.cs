using NodaTime;

namespace Inomya.Journals;

/// <summary>Something that cost effort, in rough units of about half an hour of easy effort.</summary>
public sealed record Activity : Recorded
{
    public required LocalDate Day { get; init; }
    public required ActivityKind Kind { get; init; }
    public required double Units { get; init; }

    /// <summary>What it was, in the person's words.</summary>
    public string? Text { get; init; }
}
