namespace Inomya.Analysis;

/// <summary>The ends of every interval that is told: 95 %, as health papers give theirs.</summary>
internal static class Interval95
{
    /// <summary>Probability below the lower end.</summary>
    public const double Low = 0.025;

    /// <summary>Probability below the upper end.</summary>
    public const double High = 1 - Low;

    /// <summary>Standard errors from the middle to an end where the error is known: the normal quantile.</summary>
    public const double NormalErrors = 1.96;
}
