namespace Inomya.Medicines;

internal sealed class WeightRow
{
    public double Weight { get; set; }
    public List<string> Any { get; set; } = [];
}
