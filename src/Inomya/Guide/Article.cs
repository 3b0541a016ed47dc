using Inomya.Content;
using NodaTime;

namespace Inomya.Guide;

/// <summary>One short article of the guide.</summary>
public sealed record Article
{
    /// <summary>The same in every language; the address of its page.</summary>
    public required string Id { get; init; }

    /// <summary>The language it is written in: English where there is no translation yet.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>Last part of guide.topic.TOPIC.</summary>
    public required string Topic { get; init; }

    /// <summary>How sure what it says is: high, moderate, low, very-low or expert.</summary>
    public required string Grade { get; init; }

    /// <summary>When its facts were last looked up.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Who reviewed it; null while no clinician has.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>Ids of the tools of this app that act on it, the best first.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    public required IReadOnlyList<ContentSource> Sources { get; init; }

    /// <summary>Safe to send: made by us from Markdown without raw HTML, images or foreign schemes.</summary>
    public required string Html { get; init; }

    /// <summary>The same without marks, for the search.</summary>
    public required string Text { get; init; }
}
