namespace Inomya.Medicines;

internal sealed class NoteRow : RuleRow
{
    public int? Number { get; set; }
    public FindingKind Kind { get; set; }
    public List<string> Any { get; set; } = [];
    public List<string> Except { get; set; } = [];
    public string? Product { get; set; }
    public Dictionary<string, Severity> With { get; set; } = [];
    public int? UntilAge { get; set; }
}
