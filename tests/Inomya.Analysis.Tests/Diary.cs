namespace Inomya.Analysis.Tests;

/// <summary>Small made diaries: pain, stress and sleep, with a cause that is known.</summary>
internal static class Diary
{
    public static Roles Roles { get; } =
        new(
            "pain",
            [],
            new Dictionary<string, FactorKind> { ["stress"] = FactorKind.Ordinal, ["sleep"] = FactorKind.Numeric }
        );

    public static DailyTable WithCause(int days, int lag, double effect, int seed)
    {
        var random = new Random(seed);
        double[] stress = Noise(random, days),
            sleep = Noise(random, days),
            pain = Noise(random, days);
        for (var t = lag; t < days; t++)
            pain[t] += effect * stress[t - lag];
        return new DailyTable(["pain", "stress", "sleep"], [.. Enumerable.Range(20_000, days)], [pain, stress, sleep]);
    }

    public static DailyTable Constant(int days) =>
        new(["pain"], [.. Enumerable.Range(0, days)], [Enumerable.Repeat(4.0, days).ToArray()]);

    public static double[] Noise(Random random, int days) =>
        [
            .. Enumerable
                .Range(0, days)
                .Select(_ =>
                    Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())
                ),
        ];
}
