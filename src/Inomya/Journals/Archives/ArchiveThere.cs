namespace Inomya.Journals;

/// <summary>The rows of a table that are there already, by key.</summary>
internal sealed class ArchiveThere
{
    private readonly ArchiveTable _table;
    private readonly Dictionary<string, object> _byKey = [];

    /// <summary>Of a table of versions: the current one of each fact.</summary>
    private readonly Dictionary<Guid, Guid> _current = [];

    /// <summary>Of changes: by what makes a submission the same.</summary>
    private readonly HashSet<string> _submissions = [];

    private ArchiveThere(ArchiveTable table) => _table = table;

    public static async Task<ArchiveThere> OfAsync(ArchiveTable table, PersonRows rows, CancellationToken stop)
    {
        var there = new ArchiveThere(table);
        await foreach (var row in table.ReadAsync(rows).WithCancellation(stop))
            there.Add(row);
        return there;
    }

    public ArchiveNews Compare(object row)
    {
        if (row is Setting { Key: JournalVersion.Key })
            return ArchiveNews.Same;
        if (!_byKey.TryGetValue(_table.KeyOf(row), out var here))
            return ArchiveNews.New;
        if (_table.AreSame(here, row))
            return ArchiveNews.Same;
        return (here, row) switch
        {
            (Change one, Change other) when (one with { Key = null }) == (other with { Key = null }) =>
                ArchiveNews.Same,
            (Recorded one, Recorded other) => Compare(one, other),
            _ => ArchiveNews.Conflict,
        };
    }

    /// <summary>The same version of a fact, of which one may have been taken out since.</summary>
    private ArchiveNews Compare(Recorded here, Recorded row) =>
        !_table.AreSame(here with { VoidedById = row.VoidedById }, row) ? ArchiveNews.Conflict
        : here.VoidedById is null ? ArchiveNews.Later
        // it was changed here since the archive was made
        : row.VoidedById is null ? ArchiveNews.Same
        : ArchiveNews.Conflict;

    /// <summary>A change whose submission also made another change here stays, and is known by its id alone.</summary>
    public object WithoutTakenKey(object row) =>
        row is Change { Key: { } key } change && _submissions.Contains(key) ? change with { Key = null } : row;

    /// <summary>These are not current any more.</summary>
    public void TookOut(IEnumerable<object> rows)
    {
        foreach (var fact in rows.OfType<Recorded>())
            _current.Remove(fact.Id);
    }

    public bool HasAnotherCurrent(object row) =>
        row is Recorded { VoidedById: null } fact && _current.ContainsKey(fact.Id);

    private void Add(object row)
    {
        _byKey[_table.KeyOf(row)] = row;
        if (row is Recorded { VoidedById: null } fact)
            _current[fact.Id] = fact.ChangeId;
        if (row is Change { Key: { } key })
            _submissions.Add(key);
    }
}
