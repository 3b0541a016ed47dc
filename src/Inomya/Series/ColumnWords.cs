using Inomya.Content;
using Inomya.Vocabulary;

namespace Inomya.Series;

/// <summary>Columns of a daily table as people read them.</summary>
public static class ColumnWords
{
    /// <summary>"Pain", "Pain, Neck", "Fatigue (0-4)", or the name of a treatment.</summary>
    public static string NameOf(this Words words, DayColumn column) => words.NameOf(column.Key, column.Measure);

    public static string NameOf(this Words words, ColumnName key, Measure? measure)
    {
        var name = measure is not null ? words.NameOf(measure) : key.Treatment ?? key.Measure;
        if (key.Region is { } region)
            name = $"{name}, {words[$"region.{region}"]}";
        return key.Scale is { } scale ? $"{name} ({scale})" : name;
    }
}
