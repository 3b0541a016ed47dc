using Inomya.Vocabulary;

namespace Inomya.Content;

/// <summary>Measures and units as people read them.</summary>
public static class MeasureWords
{
    /// <summary>The name of a measure: the person's own word for their own.</summary>
    public static string NameOf(this Words words, Measure measure) =>
        measure.OwnName
        ?? (
            FoodTags.TagOf(measure.Id) is { } tag && words.Has($"food.tag.{tag}") ? words[$"food.tag.{tag}"]
            : words.Has($"measure.{measure.Id}") ? words[$"measure.{measure.Id}"]
            : measure.Id
        );

    /// <summary>
    /// A name in the middle of a sentence: a built-in one starts small, the person's own stays as they wrote it.
    /// </summary>
    /// <param name="name">Null: that of the measure.</param>
    public static string InSentence(this Words words, Measure measure, string? name = null)
    {
        name ??= words.NameOf(measure);
        return measure.OwnName is null && name.Length > 0
            ? string.Concat(char.ToLower(name[0], words.Culture).ToString(), name[1..])
            : name;
    }

    /// <summary>A UCUM unit as people write it; null for one that is not written, such as of a rating.</summary>
    public static string? UnitOf(this Words words, string unit) =>
        words.Has($"unit.{unit}")
            ? words[$"unit.{unit}"] is { Length: > 0 } text
                ? text
                : null
            : unit;

    /// <summary>A value with its scale or unit: "6 of 10", "7.5 hours", "Yes".</summary>
    /// <param name="scale">The scale it was rated on; null for no rating.</param>
    public static string ValueOf(this Words words, Measure? measure, double value, Scale? scale, string unit)
    {
        if (measure?.Kind == MeasureKind.YesNo)
            return words[value == 1 ? "common.yes" : "common.no"];
        if (scale is { } s)
            return words["common.of-scale", ("value", value), ("top", s.Top)];
        return words.AmountOf(value, unit);
    }

    /// <summary>
    /// A number with its unit: "7.5 hours", "1 hour"; without one that is not written, the number alone.
    /// </summary>
    public static string AmountOf(this Words words, double value, string unit)
    {
        var number = words.Number(value);
        var name =
            number == words.Number(1) && words.Has($"unit-one.{unit}") ? words[$"unit-one.{unit}"] : words.UnitOf(unit);
        return name is null ? number : $"{number} {name}";
    }
}
