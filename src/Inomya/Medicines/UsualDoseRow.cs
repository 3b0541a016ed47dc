namespace Inomya.Medicines;

internal sealed class UsualDoseRow : RuleRow
{
    public string Of { get; set; } = "";
    public AmountRow Usual { get; set; } = new();
    public AmountRow UpTo { get; set; } = new();
}
