namespace Inomya.Medicines;

/// <summary>Every listed name with what it stands for, by its letters.</summary>
internal sealed class NameTable
{
    private static readonly HashSet<string> Everywhere = [];

    private readonly Dictionary<string, List<Named>> _byKey = new(StringComparer.Ordinal);

    public NameTable(IEnumerable<Substance> substances, IEnumerable<Product> products)
    {
        foreach (var substance in substances)
            Add(substance);
        foreach (var product in products)
        foreach (var name in product.Names)
            Put(name, Of(name, product));
    }

    public int Count => _byKey.Count;

    /// <summary>How many words the longest name has.</summary>
    public int MostWords { get; private set; }

    public IEnumerable<(string Key, Named Named)> Entries => _byKey.Select(e => (e.Key, e.Value[0]));

    /// <summary>
    /// What these letters stand for in that country, or anywhere when it is not known; null when they are no listed
    /// name.
    /// </summary>
    public Named? Find(string key, string? country)
    {
        if (!_byKey.TryGetValue(key, out var meanings))
            return null;
        var there = meanings.Where(m => country is not null && m.Countries.Contains(country)).ToList();
        return (there.Count > 0 ? there : meanings) is [var only] ? only : Named.All(meanings);
    }

    /// <summary>
    /// Other names that begin with this one stand for something else: under the one name several things are sold.
    /// </summary>
    public bool IsFamily(Named named)
    {
        var key = NameText.Key(named.Name);
        return _byKey.Any(e =>
            e.Key.StartsWith(key, StringComparison.Ordinal) && e.Value.Exists(m => !m.HoldsWhat(named))
        );
    }

    private static Named Of(string name, Product product) =>
        new(
            name,
            [.. product.Contains.Select(i => new NamePart(i.Substance, product, i))],
            Misspelt: false,
            Generic: false,
            product.Countries
        );

    private void Add(Substance substance)
    {
        IReadOnlyList<NamePart> parts = [new NamePart(substance, null, null)];
        var generic = new Named(substance.Name, parts, Misspelt: false, Generic: true, Everywhere);
        foreach (var name in substance.Names)
            Put(name, generic with { Name = name });
        foreach (var name in substance.Brands)
            Put(name, generic with { Name = name, Generic = false });
        foreach (var name in substance.Misspelt)
            Put(name, generic with { Misspelt = true });
    }

    /// <exception cref="InvalidOperationException">Two different things have this name in the same country.</exception>
    private void Put(string name, Named named)
    {
        var words = NameText.Words(name);
        MostWords = Math.Max(MostWords, words.Count);
        var key = NameText.Key(words);
        if (_byKey.TryGetValue(key, out var there))
            PutBeside(there, name, named);
        else
            _byKey[key] = [named];
    }

    /// <summary>A name may mean another thing elsewhere; the product goes before the substance alone.</summary>
    private static void PutBeside(List<Named> there, string name, Named named)
    {
        if (there[0].Countries.Count > 0 && !there.Exists(t => Clash(t, named)))
            there.Add(named);
        else if (!there[0].HoldsWhat(named))
            throw new InvalidOperationException(
                $"'{name}' is a name of both {Ids(there[0])} and {Ids(named)}; "
                    + "a name that means two things needs countries."
            );
        else if (named.Parts[0].Product is not null)
            there[0] = named;
    }

    private static bool Clash(Named one, Named other) =>
        one.Countries.Count == 0 || other.Countries.Count == 0 || one.Countries.Overlaps(other.Countries);

    private static string Ids(Named named) => string.Join(" + ", named.Parts.Select(p => p.Substance));
}
