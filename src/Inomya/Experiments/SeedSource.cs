namespace Inomya.Experiments;

/// <summary>Where the order of an experiment comes from; a test gives a seed of its own.</summary>
public sealed record SeedSource(Func<ulong> Next)
{
    public static SeedSource ByChance { get; } =
        new(() => BitConverter.ToUInt64(System.Security.Cryptography.RandomNumberGenerator.GetBytes(sizeof(ulong))));
}
