namespace Inomya.Medicines;

internal sealed class NameWordFile
{
    public List<string> Salts { get; set; } = [];
    public List<string> Joiners { get; set; } = [];
    public List<string> Variants { get; set; } = [];
    public List<string> Strengths { get; set; } = [];
    public List<string> Times { get; set; } = [];
    public List<string> Directions { get; set; } = [];
    public List<string> And { get; set; } = [];
    public List<string> Purposes { get; set; } = [];
    public List<string> For { get; set; } = [];
    public List<string> Without { get; set; } = [];
    public List<string> Around { get; set; } = [];
    public List<string> Free { get; set; } = [];
    public List<string> Makers { get; set; } = [];
    public List<string> Per { get; set; } = [];
    public List<FormRow> Forms { get; set; } = [];
    public List<string> LocalRoutes { get; set; } = [];
}
