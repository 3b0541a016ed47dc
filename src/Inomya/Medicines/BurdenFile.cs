namespace Inomya.Medicines;

internal sealed class BurdenFile
{
    public List<BurdenRow> Burdens { get; set; } = [];
}
