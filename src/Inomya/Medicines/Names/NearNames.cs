namespace Inomya.Medicines;

/// <summary>Listed names that a name which is not listed may mean; a question to the person, never an answer.</summary>
internal sealed class NearNames(IEnumerable<(string Key, string Name, bool Misspelt)> listed)
{
    /// <summary>Longer texts are no names; they are not compared letter by letter.</summary>
    private const int LongestCompared = 60;

    private const int Suggestions = 3;

    private readonly ILookup<int, Entry> _byLength = listed
        .Select(l => new Entry(l.Key, l.Name, l.Misspelt, NameText.Letters(l.Key)))
        .ToLookup(e => e.Key.Length);

    /// <summary>The nearest first; none for what is too short to be nearly anything.</summary>
    public IReadOnlyList<string> To(string key) =>
        [
            .. Within(MostEdits(key), key)
                .OrderBy(n => n.Edits)
                .ThenBy(n => n.Entry.Misspelt)
                .ThenBy(n => n.Entry.Name, StringComparer.Ordinal)
                .Select(n => n.Entry.Name)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(Suggestions),
        ];

    /// <summary>In how many letters a name may differ from what was written.</summary>
    private static int MostEdits(string key) =>
        key.Length switch
        {
            < 4 or > LongestCompared => 0,
            < 8 => 1,
            _ => 2,
        };

    private IEnumerable<(int Edits, Entry Entry)> Within(int most, string key)
    {
        if (most == 0)
            return [];
        var letters = NameText.Letters(key);
        return Enumerable
            .Range(key.Length - most, (2 * most) + 1)
            .SelectMany(length => _byLength[length])
            .Where(e => NameText.FewestEdits(letters, e.Letters) <= most)
            .Select(e => (Edits: NameText.Edits(key, e.Key, most), Entry: e))
            .Where(n => n.Edits <= most);
    }

    private sealed record Entry(string Key, string Name, bool Misspelt, int Letters);
}
