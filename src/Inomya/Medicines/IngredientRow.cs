namespace Inomya.Medicines;

internal sealed class IngredientRow
{
    public string Substance { get; set; } = "";
    public AmountRow? PerUnit { get; set; }
    public bool Main { get; set; }
}
