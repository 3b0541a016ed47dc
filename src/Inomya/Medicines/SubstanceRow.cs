namespace Inomya.Medicines;

internal sealed class SubstanceRow
{
    public string Id { get; set; } = "";
    public SubstanceKind Kind { get; set; }
    public List<string> Names { get; set; } = [];
    public List<string> Es { get; set; } = [];
    public List<string> De { get; set; } = [];
    public List<string> Fr { get; set; } = [];
    public List<string> Brands { get; set; } = [];
    public List<string> Misspelt { get; set; } = [];
    public List<string> Classes { get; set; } = [];
    public List<CodeRow> Codes { get; set; } = [];
    public List<ConversionRow> Units { get; set; } = [];
    public int? FromAge { get; set; }
}
