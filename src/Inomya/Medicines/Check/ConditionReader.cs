namespace Inomya.Medicines;

/// <summary>Finds conditions in free text, such as what a medicine is taken for.</summary>
internal sealed class ConditionReader
{
    private readonly List<(string Id, List<string> Words)> _names;

    public ConditionReader(IEnumerable<Substance> substances) =>
        _names = [
            .. substances
                .Where(s => s.Kind == SubstanceKind.Condition)
                .SelectMany(s => s.Names.Concat(s.Brands).Select(n => (s.Id, NameText.Words(n)))),
        ];

    /// <summary>
    /// Ids of the conditions whose name stands in the text as whole words; the longest name counts, "migraine with
    /// aura" is not migraine.
    /// </summary>
    public IReadOnlySet<string> In(string text)
    {
        var words = NameText.Words(text);
        var found = _names.SelectMany(n => PlacesOf(n.Id, n.Words, words)).ToList();
        return found.Where(f => !found.Exists(f.IsPartOf)).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<Place> PlacesOf(string id, List<string> name, List<string> words) =>
        Enumerable
            .Range(0, Math.Max(0, words.Count - name.Count + 1))
            .Where(at => words.GetRange(at, name.Count).SequenceEqual(name))
            .Select(at => new Place(id, at, at + name.Count));

    /// <summary>Where the name of a condition stands in a text, by words.</summary>
    private readonly record struct Place(string Id, int From, int To)
    {
        public bool IsPartOf(Place longer) =>
            longer.From <= From && To <= longer.To && longer.To - longer.From > To - From;
    }
}
