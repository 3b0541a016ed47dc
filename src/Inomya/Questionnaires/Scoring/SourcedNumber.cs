namespace Inomya.Questionnaires;

public sealed class SourcedNumber
{
    public double Value { get; set; }
    public string Source { get; set; } = "";

    /// <summary>published, policy or memory.</summary>
    public string Basis { get; set; } = "published";
    public string? Note { get; set; }
}
