using Inomya.Content;

namespace Inomya.Reports;

/// <summary>From which value a measure is called high.</summary>
public sealed class HighRow
{
    public string Measure { get; set; } = "";
    public double From { get; set; }
    public string Source { get; set; } = "";

    /// <summary>How its source was looked up; <see cref="Seen.Memory"/> is never shown.</summary>
    public string Verified { get; set; } = Seen.Memory;
}
