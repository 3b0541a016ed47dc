namespace Inomya.Laboratory;

public sealed class SourcedValue
{
    public double Value { get; set; }
    public string Source { get; set; } = "";
}
