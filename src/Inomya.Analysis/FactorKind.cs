namespace Inomya.Analysis;

/// <summary>What a column holds, as far as it changes how it may act on the outcome.</summary>
public enum FactorKind
{
    /// <summary>A quantity, such as hours of sleep.</summary>
    Numeric,

    /// <summary>A rank, such as 0-10 stress; used as the number it was recorded as.</summary>
    Ordinal,

    /// <summary>How often or how many, such as cups of coffee.</summary>
    Count,

    /// <summary>Yes (1) or no (0).</summary>
    Binary,

    /// <summary>Weather: nobody's behaviour, so it can follow neither the outcome nor the week.</summary>
    Weather,

    /// <summary>1 on days of menstrual bleeding, 0 on others.</summary>
    Menstrual,

    /// <summary>
    /// May be a reaction to the same day's outcome (steps, as-needed medicine, rest), so its same-day link says nothing
    /// about cause and is never tested.
    /// </summary>
    Reactive,
}
