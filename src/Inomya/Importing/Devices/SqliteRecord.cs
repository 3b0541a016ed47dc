namespace Inomya.Importing.Devices;

/// <summary>A row of a table of a database.</summary>
internal sealed class SqliteRecord(ImportSink into, string maker) : DeviceRecord(into, maker)
{
    public IReadOnlyDictionary<string, string> Row { get; private set; } = new Dictionary<string, string>();

    protected override IEnumerable<string> Fields => Row.Keys;

    public void Begin(long line, IReadOnlyDictionary<string, string> row)
    {
        Begin(line);
        Row = row;
    }

    protected override string? Find(string field) => Row.GetValueOrDefault(field);
}
