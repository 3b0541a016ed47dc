namespace Inomya.Medicines;

internal sealed class LimitFile
{
    public double OverdoseTimes { get; set; }
    public List<LimitRow> Limits { get; set; } = [];
}
