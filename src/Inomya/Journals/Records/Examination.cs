using NodaTime;

namespace Inomya.Journals;

/// <summary>One finding of one examination, such as the range of motion of a shoulder.</summary>
public sealed record Examination : Recorded
{
    public required string Kind { get; init; }
    public required LocalDate Day { get; init; }

    /// <summary>left or right; null where there is no side.</summary>
    public string? Side { get; init; }
    public double? Value { get; init; }

    /// <summary>UCUM unit.</summary>
    public string? Unit { get; init; }
    public string? Text { get; init; }

    /// <summary>Who examined: a name or a role, in the person's words.</summary>
    public string? By { get; init; }
}
