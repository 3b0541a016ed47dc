namespace Inomya.Bench.People;

/// <summary>Chance with a seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(double p) => _random.NextDouble() < p;

    public double Between(double least, double most) => least + (most - least) * _random.NextDouble();

    /// <summary>Both ends included.</summary>
    public int Whole(int least, int most) => _random.Next(least, most + 1);

    public T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    public T[] Shuffled<T>(T[] from)
    {
        var order = (T[])from.Clone();
        _random.Shuffle(order);
        return order;
    }

    /// <summary>Box-Muller.</summary>
    public double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>A first-order autoregression of variance 1.</summary>
    public double[] Wander(int days, double phi)
    {
        var x = new double[days];
        for (var t = 0; t < days; t++)
            x[t] = t == 0 ? Normal() : phi * x[t - 1] + Math.Sqrt(1 - phi * phi) * Normal();
        return x;
    }
}
