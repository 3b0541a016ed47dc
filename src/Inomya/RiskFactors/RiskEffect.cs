namespace Inomya.RiskFactors;

/// <summary>One published number: about a group of people, never about one person.</summary>
public sealed class RiskEffect
{
    public EffectKind Kind { get; init; }

    /// <summary>A ratio, or per cent for <see cref="EffectKind.Percent"/>.</summary>
    public double Value { get; init; }

    /// <summary>Ends of the 95 % interval; empty where none was published.</summary>
    public List<double> Interval { get; init; } = [];

    /// <summary>What was compared with what: last part of risk-detail.DETAIL, a sentence around {ratio}.</summary>
    public string Detail { get; init; } = "";

    /// <summary>In whom: last part of risk-population.POPULATION.</summary>
    public string Population { get; init; } = "";

    /// <summary>How many people; null when not known.</summary>
    public int? People { get; init; }

    /// <summary>Year of the publication.</summary>
    public int Year { get; init; }

    /// <summary>Key of the source.</summary>
    public string Source { get; init; } = "";
}
