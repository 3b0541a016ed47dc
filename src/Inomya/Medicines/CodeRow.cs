namespace Inomya.Medicines;

internal sealed class CodeRow
{
    public string System { get; set; } = "";
    public string Code { get; set; } = "";
    public bool Verified { get; set; }
}
