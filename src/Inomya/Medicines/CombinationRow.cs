namespace Inomya.Medicines;

internal sealed class CombinationRow : RuleRow
{
    public string? Text { get; set; }
    public int? Number { get; set; }
    public FindingKind Kind { get; set; } = FindingKind.Interaction;
    public int? FromAge { get; set; }
    public List<SideRow> Sides { get; set; } = [];
}
