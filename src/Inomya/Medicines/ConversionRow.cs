namespace Inomya.Medicines;

internal sealed class ConversionRow
{
    public string From { get; set; } = "";
    public double Value { get; set; }
    public string Unit { get; set; } = "";
}
