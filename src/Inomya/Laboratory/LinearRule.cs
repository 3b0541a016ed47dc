namespace Inomya.Laboratory;

/// <summary>to = factor × from + offset.</summary>
public sealed class LinearRule
{
    /// <summary>UCUM.</summary>
    public string From { get; set; } = "";
    public string To { get; set; } = "";
    public double Factor { get; set; }
    public double Offset { get; set; }
    public string Source { get; set; } = "";
}
