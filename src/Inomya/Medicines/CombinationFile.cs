namespace Inomya.Medicines;

internal sealed class CombinationFile
{
    public string? Mechanism { get; set; }
    public List<RoleRow> Roles { get; set; } = [];
    public List<CombinationRow> Rules { get; set; } = [];
}
