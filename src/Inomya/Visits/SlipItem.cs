namespace Inomya.Visits;

/// <summary>One thing that can be ticked on the reply slip; its words are visit.slip.ID.</summary>
public sealed class SlipItem
{
    /// <summary>The group of what to watch for: told, and never asked back.</summary>
    public const string Worry = "worry";

    public string Id { get; set; } = "";

    /// <summary>agreed, changed, next or worry; its words are visit.slip.group.GROUP.</summary>
    public string Group { get; set; } = "";

    /// <summary>Key in the sources of its file.</summary>
    public string Source { get; set; } = "";
}
