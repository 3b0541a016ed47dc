namespace Inomya.Medicines;

internal sealed class LevelRow
{
    public double AtLeast { get; set; }
    public Severity Severity { get; set; }
}
