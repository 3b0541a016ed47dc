namespace Inomya.Importing.Devices;

/// <summary>A row of a table.</summary>
/// <param name="nameOf">What a column is called by us; itself where the maker writes it in one way only.</param>
internal sealed class TableRecord(CsvTable table, ImportSink into, string maker, Func<string, string> nameOf)
    : DeviceRecord(into, maker)
{
    private readonly Dictionary<string, string> _columns = table
        .Header.Where(h => h.Length > 0)
        .DistinctBy(nameOf)
        .ToDictionary(nameOf);

    protected override IEnumerable<string> Fields => _columns.Keys;

    protected override string Called(string field) => _columns.GetValueOrDefault(field, field);

    protected override string? Find(string field) => _columns.TryGetValue(field, out var column) ? table[column] : null;
}
