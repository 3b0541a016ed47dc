using NodaTime;

namespace Inomya.Importing;

/// <summary>One record of Apple Health, as far as it is needed; used again for the next.</summary>
internal sealed class AppleRecord
{
    public long Line { get; set; }
    public string Type { get; set; } = "";
    public string Source { get; set; } = "";
    public string Unit { get; set; } = "";

    /// <summary>Null where it cannot be read.</summary>
    public Instant? Start { get; set; }

    public Instant? End { get; set; }

    /// <summary>Null where the value is no number.</summary>
    public double? Number { get; set; }

    /// <summary>The value where it is no number; null where there is none.</summary>
    public string? Text { get; set; }

    public string Written => Text ?? Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
