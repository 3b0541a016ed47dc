namespace Inomya.Medicines;

internal sealed class DuplicateFile
{
    public List<DuplicateRow> Classes { get; set; } = [];
    public DuplicateRow Same { get; set; } = new();
    public DuplicateRow SameName { get; set; } = new();
    public DuplicateRow SameSupplement { get; set; } = new();
    public DuplicateRow SameOnSkin { get; set; } = new();
    public DuplicateRow SameForms { get; set; } = new();
    public DuplicateRow SameLongAndShort { get; set; } = new();
}
