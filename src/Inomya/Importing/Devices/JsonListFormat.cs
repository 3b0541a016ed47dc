using System.Collections.Frozen;

namespace Inomya.Importing.Devices;

/// <summary>A format that is a list of records in JSON.</summary>
/// <param name="maker">Stands for the device where a record does not name it.</param>
/// <param name="plumbing">Fields that are about the record and hold no value.</param>
internal abstract class JsonListFormat(string maker, params string[] plumbing) : FileFormat
{
    private readonly FrozenSet<string> _plumbing = plumbing.ToFrozenSet();

    /// <summary>The names of the lists that hold the records; null where the file is the list.</summary>
    protected virtual IReadOnlySet<string>? Lists => null;

    protected abstract void Read(JsonRecord record);

    /// <summary>Looks at the file before its records are read.</summary>
    protected virtual void Prepare(JsonRecord record, BroughtFile file) { }

    public sealed override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        var record = new JsonRecord(into, maker) { FileName = file.ShortName };
        Prepare(record, file);
        using var stream = file.Open();
        using var records = new JsonRecords(stream, Lists);
        while (records.TryNext(out var line, out var element))
        {
            stop.ThrowIfCancellationRequested();
            record.Begin(line, element);
            Read(record);
            record.End(Id, _plumbing);
        }
    }
}
