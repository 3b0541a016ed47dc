using Inomya.Vocabulary;

namespace Inomya.Content;

/// <summary>What food and drink are noted with: content/food/tags.yaml.</summary>
public sealed class FoodTags
{
    private const string File = "food/tags.yaml",
        Prefix = "food_";

    /// <exception cref="ContentException">
    /// The file is missing or malformed, an id stands twice, or a source or group is not there.
    /// </exception>
    public static FoodTags Read(ContentFolder content)
    {
        var read = content.Read<FoodTags>(File);
        var ids = read.Tags.Select(t => t.Id).Concat(read.Drinks.Select(d => d.Id)).ToList();
        if (ids.GroupBy(id => id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ContentException(File, $"{twice.Key} stands twice");
        var sources = read.Tags.Select(t => t.Source).Concat(read.Drinks.Select(d => d.Source));
        if (sources.FirstOrDefault(s => !read.Sources.ContainsKey(s)) is { } source)
            throw new ContentException(File, $"the source {source} is not there");
        if (read.Tags.FirstOrDefault(t => !read.Groups.Contains(t.Group)) is { } tag)
            throw new ContentException(File, $"{tag.Id} is in the group {tag.Group}, which is not there");
        return read;
    }

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];

    /// <summary>In the order in which they are shown.</summary>
    public List<string> Groups { get; set; } = [];

    public List<FoodTag> Tags { get; set; } = [];
    public List<FoodDrink> Drinks { get; set; } = [];

    /// <summary>A condition with one of these words puts everything about food away.</summary>
    public List<string> PutAwayWords { get; set; } = [];

    /// <summary>Pages of other rooms that the search does not lead to while food is put away.</summary>
    public List<string> PutAwayPages { get; set; } = [];

    public FoodTag? Find(string id) => Tags.FirstOrDefault(t => t.Id == id);

    public FoodDrink? FindDrink(string id) => Drinks.FirstOrDefault(d => d.Id == id);

    /// <summary>The column of a tag in a daily table: 1 on days it was eaten, 0 on days it was not.</summary>
    public static string ColumnOf(string tag) => $"{Prefix}{tag}";

    /// <summary>The tag of a column; null for any other column.</summary>
    public static string? TagOf(string column) =>
        column.StartsWith(Prefix, StringComparison.Ordinal) ? column[Prefix.Length..] : null;

    /// <summary>Does what is written name a condition with which food is put away?</summary>
    public bool PutsAway(string condition)
    {
        var words = PlainWords.Of(condition);
        return PutAwayWords.Exists(w => PlainWords.ContainInAnyNumber(words, PlainWords.Of(w)));
    }

    /// <summary>The tags as measures of a day that may act on how one feels.</summary>
    internal IEnumerable<Measure> ToMeasures() =>
        Tags.Where(t => t.Measure is null)
            .Select(t => new Measure
            {
                Id = t.Column,
                Kind = MeasureKind.YesNo,
                Daily = DailyRule.Max,
                Role = MeasureRole.Binary,
            });
}
