namespace Inomya.Medicines;

internal sealed class DurationRow : RuleRow
{
    public string Of { get; set; } = "";
    public string? Product { get; set; }
    public string? Setting { get; set; }
    public List<string> Countries { get; set; } = [];
    public int Days { get; set; }
}
