namespace Inomya.Medicines;

internal sealed class SourceRow
{
    /// <summary>Run by who sells what was studied.</summary>
    public bool Maker { get; set; }

    public string Citation { get; set; } = "";
    public string? Doi { get; set; }
    public string? Url { get; set; }
    public string Seen { get; set; } = "";
    public string? On { get; set; }
}
