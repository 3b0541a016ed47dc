using Inomya.Content;

namespace Inomya.Food;

/// <summary>One question about a week of eating; yes is a point.</summary>
public sealed class ScoreItem
{
    /// <summary>Kebab-case; its words are <c>food.score.ID</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>A question of yes or no, without a number of portions.</summary>
    public bool Yes { get; set; }

    /// <summary>A point from so many portions on; null for one that is about less.</summary>
    public double? AtLeast { get; set; }

    /// <summary>A point below so many portions; null for one that is about more.</summary>
    public double? FewerThan { get; set; }

    /// <summary>"day" or "week".</summary>
    public string? Per { get; set; }

    /// <summary>The tag that the log is asked for; null where no tag tells it.</summary>
    public string? Tag { get; set; }

    /// <summary>How its limit was looked up.</summary>
    public string Verified { get; set; } = Seen.Memory;
}
