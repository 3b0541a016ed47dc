namespace Inomya.Medicines;

/// <summary>A number with its UCUM unit.</summary>
public readonly record struct Amount(double Value, string Unit)
{
    internal Amount Times(double factor) => this with { Value = Value * factor };

    public override string ToString() => FormattableString.Invariant($"{Value:0.###} {Unit}");
}
