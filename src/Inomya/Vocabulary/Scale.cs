namespace Inomya.Vocabulary;

/// <summary>The lowest and highest value of a rating, as the person was shown it.</summary>
/// <param name="Low">The lowest step.</param>
/// <param name="Top">The highest step, above <paramref name="Low"/>.</param>
public readonly record struct Scale(double Low, double Top)
{
    /// <summary>The 11-point numeric rating scale, 0 (none) to 10 (worst imaginable).</summary>
    public static Scale NumericRating => new(0, 10);

    public bool Holds(double value) => value >= Low && value <= Top;

    /// <summary>As people write it: "0-10".</summary>
    public override string ToString() => FormattableString.Invariant($"{Low:0.##}-{Top:0.##}");
}
