using Inomya.Vocabulary;

namespace Inomya.Questionnaires;

public sealed class ScoreMeaning
{
    public string Id { get; set; } = "";
    public string Rule { get; set; } = "";
    public double[]? Range { get; set; }
    public string Unit { get; set; } = "{score}";
    public Better Better { get; set; }

    /// <summary>The one to show first and to draw over time.</summary>
    public bool Main { get; set; }
}
