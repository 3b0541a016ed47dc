namespace Inomya.Analysis;

/// <summary>A set of candidates with its log evidence.</summary>
internal sealed record Model(int[] Members, double Score, double LogDeterminant)
{
    /// <summary>The same for the same set in any order.</summary>
    public ulong Key()
    {
        var key = SplitMix64.Step;
        foreach (var member in Members)
            key ^= SplitMix64.At(0, (ulong)member + 1);
        return key;
    }
}
