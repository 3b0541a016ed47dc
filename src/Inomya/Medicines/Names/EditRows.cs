namespace Inomya.Medicines;

/// <summary>The table of edits between the beginnings of two keys, of which only the last rows are needed.</summary>
/// <remarks>Its room is given, so that it lies on the stack: thousands of names are compared for one reading.</remarks>
internal readonly ref struct EditRows
{
    private readonly Span<int> _before;
    private readonly Span<int> _last;
    private readonly Span<int> _row;

    /// <summary>The row of the empty key: every letter of the other is put in.</summary>
    public EditRows(Span<int> before, Span<int> last, Span<int> row)
    {
        _before = before;
        _last = last;
        _row = row;
        for (var j = 0; j < last.Length; j++)
            last[j] = j;
    }

    /// <summary>From all letters so far to the whole other key.</summary>
    public int Edits => _last[^1];

    /// <summary>The row of the first <paramref name="i"/> letters; the rows before it are there.</summary>
    public void Add(string a, int i, string b)
    {
        _row[0] = i;
        for (var j = 1; j <= b.Length; j++)
        {
            var changed = _last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            _row[j] = Math.Min(changed, Math.Min(_last[j], _row[j - 1]) + 1);
            if (AreSwapped(a, i, b, j))
                _row[j] = Math.Min(_row[j], _before[j - 2] + 1);
        }

        _last.CopyTo(_before);
        _row.CopyTo(_last);
    }

    /// <summary>The two letters up to here are those of the other key, the other way round.</summary>
    private static bool AreSwapped(string a, int i, string b, int j) =>
        i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}
