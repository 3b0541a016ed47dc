namespace Inomya.Medicines;

internal sealed class IntervalRow : RuleRow
{
    public string Of { get; set; } = "";
    public bool Patch { get; set; }
    public List<string> ExceptNames { get; set; } = [];
    public AmountRow? From { get; set; }
    public AmountRow? UpTo { get; set; }
    public int EveryDays { get; set; }
    public double LeastDays { get; set; }
    public Severity Unsaid { get; set; }
    public string Harm { get; set; } = "";
}
