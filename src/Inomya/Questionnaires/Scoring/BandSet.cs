namespace Inomya.Questionnaires;

/// <summary>Bands of one score, each running to where the next one starts.</summary>
public sealed class BandSet
{
    public string Id { get; set; } = "";
    public string Of { get; set; } = "";

    /// <summary>Which publication's bands these are: printed beside every band.</summary>
    public string Version { get; set; } = "";
    public bool Default { get; set; }
    public Rounding Rounding { get; set; }
    public string Source { get; set; } = "";
    public List<BandStep> Steps { get; set; } = [];

    public string? KeyOf(double value)
    {
        var compared = Rounding == Rounding.HalfUp ? Sums.HalfUp(value) : Sums.Tidy(value);
        return Steps.FindLast(s => s.From is { } from ? compared >= from : compared > s.Above)?.Key;
    }
}
