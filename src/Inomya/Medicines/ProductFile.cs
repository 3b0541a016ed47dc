namespace Inomya.Medicines;

internal sealed class ProductFile
{
    public List<ProductRow> Products { get; set; } = [];
}
