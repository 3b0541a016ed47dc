using NodaTime;

namespace Inomya.Journals;

/// <summary>A glass or a cup of something.</summary>
public sealed record Drink : Recorded
{
    public required LocalDate Day { get; init; }

    /// <summary>When it was drunk; null where only the day is known.</summary>
    public Instant? At { get; init; }

    /// <summary>Id of the drink in content/food/tags.yaml.</summary>
    public required string What { get; init; }

    public required double Millilitres { get; init; }

    /// <summary>About so much caffeine in it, in milligrams; 0 for none.</summary>
    public double CaffeineMg { get; init; }
}
