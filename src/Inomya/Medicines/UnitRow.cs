namespace Inomya.Medicines;

internal sealed class UnitRow
{
    public string Code { get; set; } = "";
    public string Dimension { get; set; } = "";
    public double Factor { get; set; } = 1;
    public List<string> Spellings { get; set; } = [];
}
