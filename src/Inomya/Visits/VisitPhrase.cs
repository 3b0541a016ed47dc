namespace Inomya.Visits;

/// <summary>One sentence to say in a visit; its words are visit.phrase.ID.</summary>
public sealed class VisitPhrase
{
    public string Id { get; set; } = "";

    /// <summary>When it helps, such as "hurry"; its words are visit.phrase.situation.SITUATION.</summary>
    public string Situation { get; set; } = "";

    /// <summary>Key in the sources of its file.</summary>
    public string Source { get; set; } = "";
}
