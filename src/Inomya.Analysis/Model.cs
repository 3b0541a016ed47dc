namespace Inomya.Analysis;

/// <summary>A set of candidates with its log evidence.</summary>
internal sealed record Model(int[] Members, double Score, double LogDeterminant)
{
    /// <summary>The same for the same set in any order.</summary>
    public ulong Key()
    {
        var key = 0x9E3779B97F4A7C15UL;
        foreach (var member in Members)
            key ^= Scramble((ulong)member + 1);
        return key;
    }

    /// <summary>SplitMix64's output function.</summary>
    private static ulong Scramble(ulong x)
    {
        x *= 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
