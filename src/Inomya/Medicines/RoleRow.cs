namespace Inomya.Medicines;

internal sealed class RoleRow
{
    public string Id { get; set; } = "";
    public List<MemberRow> Members { get; set; } = [];
}
