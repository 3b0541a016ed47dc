namespace Inomya.Sleep;

/// <summary>One thing that can be done for better sleep, and ticked.</summary>
public sealed class SleepPart
{
    /// <summary>Its words are <c>sleep.part.ID</c> and <c>sleep.part.ID.text</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>An address of this app that helps with it; null when there is none.</summary>
    public string? Tool { get; set; }

    /// <summary>Keys of <see cref="SleepRules.Sources"/>.</summary>
    public List<string> Sources { get; set; } = [];
}
