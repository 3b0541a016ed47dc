using Inomya.Vocabulary;

namespace Inomya.Series;

/// <summary>What a column of a daily table holds.</summary>
/// <param name="Measure">Id of the measure, or "took:NAME" for a treatment.</param>
/// <param name="Region">Body region; null for the whole person.</param>
/// <param name="Scale">The scale its values were rated on when that is not the measure's own; a rating never changes scale.</param>
public readonly record struct ColumnKey(string Measure, string? Region = null, Scale? Scale = null)
{
    /// <summary>Its name in a table: "pain", "pain@neck", "fatigue[0-4]".</summary>
    public string Name => $"{Measure}{(Region is null ? "" : $"@{Region}")}{(Scale is { } s ? $"[{s}]" : "")}";
}
