namespace Inomya.Medicines;

internal sealed class BurdenRow : RuleRow
{
    public List<WeightRow> Weights { get; set; } = [];
    public List<LevelRow> Levels { get; set; } = [];
}
