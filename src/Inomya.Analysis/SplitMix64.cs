namespace Inomya.Analysis;

/// <summary>
/// Numbers that look random and are the same on every machine and in every version; the library's generator may change
/// from version to version.
/// </summary>
/// <remarks>Source: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.</remarks>
internal static class SplitMix64
{
    /// <summary>2⁶⁴ over the golden ratio: what the state moves by from number to number.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>The number at a position, from 1 on, of the sequence that a seed starts.</summary>
    public static ulong At(ulong seed, ulong position)
    {
        var z = seed + position * Step;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
