using Inomya.Content;

namespace Inomya.Visits;

/// <summary>Cards that speak in the place of the person: content/visits/card.yaml.</summary>
public sealed class SpokenCards
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static SpokenCards Read(ContentFolder content) => content.Read<SpokenCards>("visits/card.yaml");

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];

    /// <summary>In the order in which they are shown.</summary>
    public List<SpokenCard> Cards { get; set; } = [];

    /// <summary>The languages that every card has, in the order of the file.</summary>
    public IReadOnlyList<string> Languages =>
        Cards is [var first, ..] ? [.. first.Texts.Keys.Where(l => Cards.TrueForAll(c => c.Texts.ContainsKey(l)))] : [];
}
