using NodaTime;

namespace Inomya.Journals;

/// <summary>One result of one laboratory test, as the laboratory gave it.</summary>
public sealed record LabResult : Recorded
{
    public required string Test { get; init; }

    /// <summary>LOINC code, where known.</summary>
    public string? Loinc { get; init; }
    public required LocalDate Day { get; init; }
    public double? Value { get; init; }

    /// <summary>&lt; or &gt;, where the laboratory gave only a limit.</summary>
    public string? Comparator { get; init; }

    /// <summary>For results that are words, such as "negative".</summary>
    public string? Text { get; init; }

    /// <summary>The laboratory said that it may still change.</summary>
    public bool IsPreliminary { get; init; }

    /// <summary>UCUM unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The laboratory's own reference range, which goes before any other.</summary>
    public double? RangeLow { get; init; }
    public double? RangeHigh { get; init; }
    public string? Lab { get; init; }
    public required string Source { get; init; }
}
