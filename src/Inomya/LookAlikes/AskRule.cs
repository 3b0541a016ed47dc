namespace Inomya.LookAlikes;

/// <summary>A sign that must be there, and how many other clues beside it.</summary>
public sealed class AskRule
{
    public string Sign { get; init; } = "";
    public int Others { get; init; }

    /// <summary>Key of the source.</summary>
    public string Source { get; init; } = "";
}
