namespace Inomya.Questionnaires;

public sealed class NormRow
{
    /// <summary>First and last year of age, both included.</summary>
    public double[] Ages { get; set; } = [0, 0];
    public double? Female { get; set; }
    public double? Male { get; set; }
    public double? All { get; set; }
}
