namespace Inomya.Medicines;

internal sealed class MemberRow
{
    public List<string> Any { get; set; } = [];
    public List<string> Sources { get; set; } = [];
    public bool Verified { get; set; }
    public string Mark { get; set; } = "";
}
