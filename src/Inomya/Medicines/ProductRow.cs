namespace Inomya.Medicines;

internal sealed class ProductRow
{
    public string Id { get; set; } = "";
    public List<string> Names { get; set; } = [];
    public List<IngredientRow> Contains { get; set; } = [];
    public List<string> Routes { get; set; } = [];
    public bool Assumed { get; set; }
    public List<string> Countries { get; set; } = [];
}
