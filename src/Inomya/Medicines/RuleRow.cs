namespace Inomya.Medicines;

internal class RuleRow
{
    public string Id { get; set; } = "";
    public Severity Severity { get; set; }
    public string Action { get; set; } = "";
    public List<string> Sources { get; set; } = [];
    public bool Verified { get; set; }
    public string Mark { get; set; } = "";
}
