namespace Inomya.Content;

/// <summary>Where a fact comes from.</summary>
public sealed class ContentSource
{
    public string Text { get; init; } = "";
    public string? Doi { get; init; }
    public string? Url { get; init; }

    /// <summary>seen: a stored copy was read; secondary: a text that cites it was; rule: of this project, not evidence; memory: not looked up, never shown as fact.</summary>
    public string Verified { get; init; } = Seen.Memory;

    /// <summary>Run by who sells what was studied: said beside the source, and by the text that tells its figures.</summary>
    public bool Maker { get; init; }

    /// <summary>Ratios of odds that the text tells from it. Odds are not risks: such a number is never "times as often" or "times as likely".</summary>
    public List<double> Odds { get; init; } = [];

    /// <summary>Ratios of risks that the text tells from it.</summary>
    public List<double> Risks { get; init; } = [];

    /// <summary>Where it can be read; null when no address is known.</summary>
    public string? Address => Doi is { Length: > 0 } doi ? $"https://doi.org/{doi}" : Url;
}
