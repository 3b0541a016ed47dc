using NodaTime;

namespace Inomya.Journals;

/// <summary>A flare as the person saw it.</summary>
public sealed record Flare : Recorded
{
    public required LocalDate Start { get; init; }

    /// <summary>The last day; null while it goes on.</summary>
    public LocalDate? End { get; init; }

    /// <summary>How bad at its worst, 0 to 10; null when not rated.</summary>
    public double? Worst { get; init; }

    /// <summary>What came before it, in the person's words.</summary>
    public string? Before { get; init; }

    public bool Covers(LocalDate day) => Start <= day && (End is null || day <= End);
}
