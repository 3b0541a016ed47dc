namespace Inomya.Medicines;

internal sealed class AllergyFile
{
    public List<AllergyRow> Kinds { get; set; } = [];
}
