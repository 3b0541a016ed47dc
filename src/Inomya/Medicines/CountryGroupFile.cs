namespace Inomya.Medicines;

internal sealed class CountryGroupFile
{
    public Dictionary<string, List<string>> Groups { get; set; } = [];
}
