using Inomya.Vocabulary;

namespace Inomya.Journals;

/// <summary>A measure that the person added.</summary>
public sealed record OwnMeasure : Recorded
{
    /// <summary>The id its entries carry; starts with "own_".</summary>
    public required string Measure { get; init; }
    public required string Name { get; init; }
    public required MeasureKind Kind { get; init; }
    public Better Better { get; init; }
    public string Unit { get; init; } = "1";
    public double? ScaleLow { get; init; }
    public double? ScaleTop { get; init; }
    public DailyRule Daily { get; init; }
    public MeasureRole Role { get; init; }

    /// <summary>Asked in the check-in.</summary>
    public bool Asked { get; init; }

    public Measure ToMeasure() =>
        new()
        {
            Id = Measure,
            OwnName = Name,
            Kind = Kind,
            Better = Better,
            Unit = Unit,
            Daily = Daily,
            Role = Role,
            Scale = ScaleLow is { } low && ScaleTop is { } top ? new Scale(low, top) : null,
            Ask = Asked ? "own" : null,
        };
}
