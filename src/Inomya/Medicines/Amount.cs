namespace Inomya.Medicines;

/// <summary>A number with its UCUM unit.</summary>
public readonly record struct Amount(double Value, string Unit)
{
    public override string ToString() => FormattableString.Invariant($"{Value:0.###} {Unit}");
}
