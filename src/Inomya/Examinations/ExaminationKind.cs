namespace Inomya.Examinations;

/// <summary>A kind of examination that is one number or some words.</summary>
public sealed class ExaminationKind
{
    public string Id { get; set; } = "";

    /// <summary>UCUM; null for words.</summary>
    public string? Unit { get; set; }

    /// <summary>Beyond it the number is a slip.</summary>
    public double? Most { get; set; }
}
