namespace Inomya.Medicines;

internal sealed class DurationFile
{
    public List<DurationRow> Durations { get; set; } = [];
}
