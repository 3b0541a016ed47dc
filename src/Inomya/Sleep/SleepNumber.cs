namespace Inomya.Sleep;

/// <summary>A number of the sleep rules with where it comes from.</summary>
public sealed class SleepNumber
{
    public double Value { get; set; }

    /// <summary>min, d, h, %, nights or weeks.</summary>
    public string Unit { get; set; } = "";

    /// <summary>Keys of <see cref="SleepRules.Sources"/>.</summary>
    public List<string> Sources { get; set; } = [];
}
