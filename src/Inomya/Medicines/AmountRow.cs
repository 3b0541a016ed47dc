namespace Inomya.Medicines;

internal sealed class AmountRow
{
    public double Value { get; set; }
    public string Unit { get; set; } = "";

    public Amount ToAmount() => new(Value, Unit);
}
