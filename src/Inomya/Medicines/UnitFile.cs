namespace Inomya.Medicines;

internal sealed class UnitFile
{
    public List<UnitRow> Units { get; set; } = [];
}
