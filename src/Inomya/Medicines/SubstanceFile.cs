namespace Inomya.Medicines;

// The shape of content/treatments and content/interactions as written; MedicineCatalogue turns it into what the program
// uses.
// The schema of each file is in content/schema.

internal sealed class SubstanceFile
{
    public List<SubstanceRow> Substances { get; set; } = [];
}
