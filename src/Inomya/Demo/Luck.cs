namespace Inomya.Demo;

/// <summary>Draws of an invented life.</summary>
internal static class Luck
{
    public static bool Chance(this Random random, double often) => random.NextDouble() < often;

    /// <summary>Standard normal, by Box and Muller.</summary>
    public static double Normal(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
