namespace Inomya.Content;

/// <summary>Where a fact comes from.</summary>
public sealed class ContentSource
{
    public string Text { get; init; } = "";
    public string? Doi { get; init; }
    public string? Url { get; init; }

    /// <summary>seen: a stored copy was read; secondary: a text that cites it was; rule: of this project, not evidence; memory: not looked up, never shown as fact.</summary>
    public string Verified { get; init; } = "memory";

    /// <summary>Where it can be read; null when no address is known.</summary>
    public string? Address => Doi is { Length: > 0 } doi ? $"https://doi.org/{doi}" : Url;
}
