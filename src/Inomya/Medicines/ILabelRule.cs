namespace Inomya.Medicines;

/// <summary>A rule that a label makes; labels differ by country.</summary>
internal interface ILabelRule : IRule
{
    string Substance { get; }
    string? Setting { get; }
    IReadOnlySet<string> Countries { get; }
}
