using Inomya.Content;

namespace Inomya.Visits;

/// <summary>Sentences that hold their ground and stay friendly: content/visits/phrases.yaml.</summary>
public sealed class VisitPhrases
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static VisitPhrases Read(ContentFolder content) => content.Read<VisitPhrases>("visits/phrases.yaml");

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];

    /// <summary>In the order in which they are shown.</summary>
    public List<VisitPhrase> Phrases { get; set; } = [];
}
