using Inomya.Content;

namespace Inomya.LongView;

/// <summary>What a study saw in a group over years: the locale key course.fact.ID. It says nothing of one person.</summary>
public sealed class CourseFact
{
    public string Id { get; set; } = "";
    public string Source { get; set; } = "";

    /// <summary>How long the group was followed; null where that is not told.</summary>
    public double? Years { get; set; }

    /// <summary>How many people; null where that is not told.</summary>
    public int? N { get; set; }

    /// <summary>How it was looked up; <see cref="Seen.Memory"/> is never shown.</summary>
    public string Verified { get; set; } = Seen.Memory;
}
