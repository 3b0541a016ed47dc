namespace Inomya.Vocabulary;

/// <summary>What kind of value a measure holds.</summary>
public enum MeasureKind
{
    /// <summary>A rating on a scale with a lowest and a highest step, such as 0 to 10.</summary>
    Scale,

    /// <summary>An amount in a unit, such as 7.5 h.</summary>
    Quantity,

    /// <summary>A whole number of things, such as cups.</summary>
    Count,

    /// <summary>1 for yes, 0 for no. "No" is recorded; not answered is absent.</summary>
    YesNo,

    /// <summary>Words, never analysed as a number.</summary>
    Text,
}
