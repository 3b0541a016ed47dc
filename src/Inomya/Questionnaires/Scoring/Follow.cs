namespace Inomya.Questionnaires;

/// <summary>A result that makes another instrument worth answering.</summary>
public sealed class Follow
{
    public string When { get; set; } = "";
    public string Instrument { get; set; } = "";
}
