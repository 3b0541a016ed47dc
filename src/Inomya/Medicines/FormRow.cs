namespace Inomya.Medicines;

internal sealed class FormRow
{
    public string? Route { get; set; }
    public List<string> Words { get; set; } = [];
}
