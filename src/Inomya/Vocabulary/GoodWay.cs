namespace Inomya.Vocabulary;

/// <summary>Which way of a measure is good, as the last part of the locale keys that say it.</summary>
public static class GoodWay
{
    /// <summary>"lower", "higher", or "neither": a measure that has no good side is not given one.</summary>
    public static string Of(Better? better) =>
        better switch
        {
            Better.Lower => "lower",
            Better.Higher => "higher",
            _ => "neither",
        };
}
