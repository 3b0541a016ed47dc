namespace Inomya.Medicines;

internal sealed class DuplicateRow : RuleRow
{
    public List<int> Numbers { get; set; } = [];
    public string Class { get; set; } = "";
    public List<string> Any { get; set; } = [];
    public List<string> Except { get; set; } = [];
}
