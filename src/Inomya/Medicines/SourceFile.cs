namespace Inomya.Medicines;

internal sealed class SourceFile
{
    public Dictionary<string, SourceRow> Sources { get; set; } = [];
}
