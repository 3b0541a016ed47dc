using Inomya.Content;

namespace Inomya.Programmes;

/// <summary>What studies found of programmes like this one, in one line, and how sure that is.</summary>
public sealed class ProgrammeEvidence
{
    /// <summary>high, moderate, low, very-low or expert.</summary>
    public string Grade { get; set; } = "";

    public Texts Text { get; set; } = [];
    public List<ContentSource> Sources { get; set; } = [];
}
