namespace Inomya.Questionnaires;

/// <summary>A band that starts at <see cref="From"/>, or just above <see cref="Above"/>.</summary>
public sealed class BandStep
{
    public double? From { get; set; }
    public double? Above { get; set; }
    public string Key { get; set; } = "";
}
