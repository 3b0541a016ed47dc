using System.Text.Json;
using Inomya.Vocabulary;

namespace Inomya.Importing;

/// <summary>What one column holds.</summary>
public sealed record MappedColumn
{
    /// <summary>Id of a measure; a name that no measure has becomes a measure of the person's own.</summary>
    public required string Measure { get; init; }

    /// <summary>Id of a body region.</summary>
    public string? Region { get; init; }

    /// <summary>Lowest and highest step, for a rating.</summary>
    public IReadOnlyList<double>? Scale { get; init; }

    /// <summary>UCUM unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Values that mean "not recorded", numbers or texts; an empty cell always does.</summary>
    public IReadOnlyList<JsonElement> NotRecorded { get; init; } = [];

    /// <summary>What words of this column stand for, such as "YES_MANUAL" for 1; capitals do not matter.</summary>
    public IReadOnlyDictionary<string, double> Words { get; init; } = new Dictionary<string, double>();

    /// <summary>For a measure of their own: which end is better.</summary>
    public Better Better { get; init; }

    /// <summary>For a measure of their own: what the analysis takes it for.</summary>
    public MeasureRole? Role { get; init; }
}
