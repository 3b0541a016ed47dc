namespace Inomya.Medicines;

/// <summary>A name on the list and what it stands for.</summary>
public sealed record NameHit(string Name, NameReading Reading)
{
    /// <summary>The substances in it, by the name to show.</summary>
    public IReadOnlyList<Substance> Substances => [.. Reading.Parts.Select(p => p.Substance).Distinct()];
}
