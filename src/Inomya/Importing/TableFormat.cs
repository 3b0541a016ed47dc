namespace Inomya.Importing;

/// <summary>A format that is a table in text, told by the names of its columns.</summary>
internal abstract class TableFormat : FileFormat
{
    public sealed override bool Recognises(BroughtFile file)
    {
        if (NotATable.Of(file.Head) is not null || file.Length == 0)
            return false;
        try
        {
            using var table = OpenHead(file);
            return Recognises(file, table);
        }
        catch (ImportException)
        {
            return false;
        }
    }

    public sealed override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        using var stream = file.Open();
        using var table = CsvTable.Open(Seekable(stream, file), IsHeader);
        Read(file, table, into, stop);
    }

    /// <summary>Does this header look like one of theirs?</summary>
    protected abstract bool Recognises(BroughtFile file, CsvTable table);

    protected abstract void Read(CsvTable table, ImportSink into, CancellationToken stop);

    /// <summary>For a format of which the name of the file says something, such as the day.</summary>
    protected virtual void Read(BroughtFile file, CsvTable table, ImportSink into, CancellationToken stop) =>
        Read(table, into, stop);

    /// <summary>Which of the first rows is the header; null where it is the first.</summary>
    protected virtual Func<IReadOnlyList<string>, bool>? IsHeader => null;

    private CsvTable OpenHead(BroughtFile file) => CsvTable.Open(new MemoryStream(file.Head), IsHeader);

    /// <summary>The table is looked at before it is read, so what comes out of an archive is unpacked first.</summary>
    private static Stream Seekable(Stream stream, BroughtFile file)
    {
        if (stream.CanSeek)
            return stream;
        if (file.Length > Archive.MostHeld)
            throw new ImportException(ImportProblem.ArchiveTooLarge, file.Name);
        var whole = new MemoryStream();
        stream.CopyTo(whole);
        whole.Position = 0;
        return whole;
    }
}
