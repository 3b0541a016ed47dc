namespace Inomya.Medicines;

internal sealed class AllergyRow : RuleRow
{
    public List<string> Any { get; set; } = [];
}
