namespace Inomya.SupportPacks;

/// <summary>A sign that speaks against advice, or for a group, with its source in content/advice/signs.yaml.</summary>
public sealed class AdviceSign
{
    public string Id { get; set; } = "";

    /// <summary>Id of its source.</summary>
    public string Source { get; set; } = "";
}
