using NodaTime;

namespace Inomya.Journals;

/// <summary>What the illness cost on a day: money, hours, or both.</summary>
public sealed record Cost : Recorded
{
    public required CostKind Kind { get; init; }
    public required LocalDate Day { get; init; }
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217, such as EUR.</summary>
    public string? Currency { get; init; }
    public double? Hours { get; init; }
    public string? Text { get; init; }
}
