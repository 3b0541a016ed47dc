namespace Inomya.Medicines;

internal sealed class ApartRow : RuleRow
{
    public string Of { get; set; } = "";
    public double Hours { get; set; }
}
