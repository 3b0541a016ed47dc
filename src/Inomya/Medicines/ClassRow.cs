namespace Inomya.Medicines;

internal sealed class ClassRow
{
    public string Id { get; set; } = "";
    public List<string> In { get; set; } = [];
}
