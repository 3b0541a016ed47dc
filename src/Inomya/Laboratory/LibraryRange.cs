using Inomya.Content;

namespace Inomya.Laboratory;

/// <summary>A range of typical adult values from a public source: second to what the laboratory itself gives.</summary>
public sealed class LibraryRange
{
    public double? Low { get; set; }
    public double? High { get; set; }

    /// <summary>UCUM.</summary>
    public string Unit { get; set; } = "";

    /// <summary>female or male; null for everyone.</summary>
    public string? Sex { get; set; }

    /// <summary>From this birthday on.</summary>
    public int? FromAge { get; set; }

    /// <summary>Before this birthday.</summary>
    public int? BelowAge { get; set; }
    public string Source { get; set; } = "";

    /// <summary>seen: a stored copy was read; secondary: a text that quotes it was; memory: never shown.</summary>
    public string Verified { get; set; } = Seen.Memory;
}
