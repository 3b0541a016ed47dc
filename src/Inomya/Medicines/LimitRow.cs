namespace Inomya.Medicines;

internal sealed class LimitRow : RuleRow
{
    public FindingKind Kind { get; set; } = FindingKind.Maximum;
    public string Of { get; set; } = "";
    public string? Product { get; set; }
    public List<string> For { get; set; } = [];
    public List<string> With { get; set; } = [];
    public int? FromAge { get; set; }
    public string? Setting { get; set; }
    public List<string> Countries { get; set; } = [];
    public AmountRow PerDay { get; set; } = new();
}
