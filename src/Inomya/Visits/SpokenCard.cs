namespace Inomya.Visits;

/// <summary>What is shown to others when words fail; what it is called is visit.card.ID.</summary>
public sealed class SpokenCard
{
    public string Id { get; set; } = "";

    /// <summary>Key in the sources of its file.</summary>
    public string Source { get; set; } = "";

    /// <summary>Its words by language, also in those that the app does not have.</summary>
    public Dictionary<string, string> Texts { get; set; } = [];
}
