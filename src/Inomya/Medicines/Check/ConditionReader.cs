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
        var found = _names
            .SelectMany(n => Places(words, n.Words).Select(at => (n.Id, From: at, To: at + n.Words.Count)))
            .ToList();
        return found
            .Where(f => !found.Exists(o => o.From <= f.From && f.To <= o.To && o.To - o.From > f.To - f.From))
            .Select(f => f.Id)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<int> Places(List<string> words, List<string> name) =>
        Enumerable
            .Range(0, Math.Max(0, words.Count - name.Count + 1))
            .Where(at => words.GetRange(at, name.Count).SequenceEqual(name));
}
