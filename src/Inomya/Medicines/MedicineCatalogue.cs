using Inomya.Content;
using Inomya.Vocabulary;

namespace Inomya.Medicines;

/// <summary>What is known about medicines: names, products, units and every rule of the medicine check.</summary>
/// <remarks>
/// Read once from content/treatments and content/medicines/check; never changed after that, so it may be shared.
/// </remarks>
public sealed class MedicineCatalogue
{
    private readonly ContentFolder _content;
    private readonly Dictionary<string, Substance> _substances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Product> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _parents;
    private readonly Dictionary<string, SourceRow> _sources;
    private readonly ConditionReader _conditions;
    private readonly Dictionary<string, HashSet<string>> _groups = new(StringComparer.Ordinal);

    /// <exception cref="ContentException">
    /// A file is missing or malformed, an id stands twice, or a rule names something that is not there.
    /// </exception>
    public MedicineCatalogue(ContentFolder content)
    {
        _content = content;
        _sources = content.Read<SourceFile>("sources.yaml").Sources;
        _parents = ReadClasses();
        Units = ReadUnits();
        foreach (var file in content.Files("medicines/substances", "*.yaml"))
            ReadSubstances(file);
        Roles = new SubstanceRoles(this, content);
        ReadProducts("medicines/products.yaml");
        var words = content.Read<NameWordFile>("medicines/name-words.yaml");
        LocalRoutes = words.LocalRoutes.ToHashSet(StringComparer.Ordinal);
        Names = Index(words);
        _conditions = new ConditionReader(Substances);
        Rules = new MedicineRules(this, content);
    }

    public DoseUnits Units { get; }
    public NameIndex Names { get; }
    public IReadOnlyCollection<Substance> Substances => _substances.Values;
    public IReadOnlyCollection<Product> Products => _products.Values;

    /// <summary>Ids of the classes, such as "ssri".</summary>
    public IReadOnlyCollection<string> Classes => _parents.Keys;

    /// <summary>
    /// Conditions of a person that some rule asks for; no other is offered. One that comes with the age is not asked.
    /// </summary>
    public IReadOnlyList<Substance> Conditions =>
        [
            .. Substances.Where(s =>
                s.Kind == SubstanceKind.Condition && s.FromAge is null && Rules.AskedConditions.Overlaps(s.Groups)
            ),
        ];

    /// <summary>Ids of the conditions whose name stands in a text; empty when none does.</summary>
    public IReadOnlySet<string> ConditionsIn(string text) => _conditions.In(text);

    internal MedicineRules Rules { get; }

    internal SubstanceRoles Roles { get; }

    /// <summary>Routes on which little reaches the rest of the body.</summary>
    internal IReadOnlySet<string> LocalRoutes { get; }

    /// <summary>The substance of this id; null when there is none.</summary>
    public Substance? Find(string id) => _substances.GetValueOrDefault(id);

    /// <summary>The product that is meant when only the substance and perhaps the route are given.</summary>
    internal Product? ProductOf(Substance substance, string? route)
    {
        var own = _products.Values.Where(p => p.Contains is [var only] && only.Substance == substance).ToList();
        return route is null ? own.FirstOrDefault(p => p.Assumed) : own.FirstOrDefault(p => p.Routes.Contains(route));
    }

    /// <summary>The citations of these keys.</summary>
    internal Basis BasisOf(RuleRow row, string file) => BasisOf(row.Id, row.Sources, row.Verified, file);

    internal Basis BasisOf(string id, IReadOnlyList<string> sources, bool verified, string file)
    {
        foreach (var key in sources)
            if (!_sources.ContainsKey(key))
                throw new ContentException(file, $"{id} names the source '{key}', which is not in sources.yaml");
        return new Basis([.. sources.Select(Citation)], verified, sources.Any(key => _sources[key].Maker));
    }

    /// <summary>The citation of a source with its DOI, and where and when it was read.</summary>
    internal string Citation(string key) =>
        _sources.TryGetValue(key, out var source)
            ? string.Join(
                ", ",
                new[]
                {
                    source.Citation,
                    source.Doi is null ? null : $"doi:{source.Doi}",
                    source.Url is null ? null : $"{source.Url} ({source.On})",
                }.OfType<string>()
            )
            : throw new ContentException("sources.yaml", $"there is no source '{key}'");

    /// <summary>The same ids, each known to be a substance or a class.</summary>
    internal IReadOnlySet<string> Known(IEnumerable<string> ids, string file) =>
        ids.Select(id =>
                _substances.ContainsKey(id) || _parents.ContainsKey(id) || Roles.Has(id)
                    ? id
                    : throw new ContentException(file, $"'{id}' is neither a substance nor a class nor a role")
            )
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Makes every substance of these ids or classes a member of a role; only while the content is read.
    /// </summary>
    internal IEnumerable<string> Join(string role, IReadOnlyList<string> members, string file)
    {
        if (_substances.ContainsKey(role) || _parents.ContainsKey(role))
            throw new ContentException(file, $"the role {role} is the id of a substance or class");
        foreach (var member in members)
        foreach (var (substance, groups) in SubstancesIn(member, role, file))
        {
            groups.Add(role);
            yield return substance;
        }
    }

    private List<KeyValuePair<string, HashSet<string>>> SubstancesIn(string member, string role, string file) =>
        _groups.Where(g => g.Value.Contains(member)).ToList() is { Count: > 0 } found
            ? found
            : throw new ContentException(file, $"{role}: '{member}' is neither a substance nor a class that has one");

    internal bool HasProduct(string id) => _products.ContainsKey(id);

    private Dictionary<string, List<string>> ReadClasses() =>
        _content
            .Read<ClassFile>("medicines/classes.yaml")
            .Classes.ToDictionary(c => c.Id, c => c.In, StringComparer.Ordinal);

    private DoseUnits ReadUnits() =>
        new(
            _content
                .Read<UnitFile>("medicines/units.yaml")
                .Units.Select(u => (new DoseUnit(u.Code, u.Dimension, u.Factor), (IReadOnlyList<string>)u.Spellings))
        );

    private void ReadSubstances(string file)
    {
        foreach (var row in _content.Read<SubstanceFile>(file).Substances)
        {
            var groups = GroupsOf(row, file);
            if (_parents.ContainsKey(row.Id) || !_substances.TryAdd(row.Id, ReadSubstance(row, groups)))
                throw new ContentException(file, $"{row.Id} stands twice");
            _groups[row.Id] = groups;
        }
    }

    private HashSet<string> GroupsOf(SubstanceRow row, string file)
    {
        var groups = new HashSet<string>(StringComparer.Ordinal) { row.Id };
        foreach (var id in row.Classes)
            AddWithParents(id, groups, file);
        return groups;
    }

    private static Substance ReadSubstance(SubstanceRow row, HashSet<string> groups) =>
        new(
            row.Id,
            row.Kind,
            NamesIn(row),
            row.Brands,
            row.Misspelt,
            groups,
            [.. row.Codes.Select(c => new Coding(c.System, c.Code, c.Verified))],
            [.. row.Units.Select(u => new UnitConversion(u.From, new Amount(u.Value, u.Unit)))],
            row.FromAge
        );

    private static Dictionary<string, IReadOnlyList<string>> NamesIn(SubstanceRow row) =>
        new[] { ("en", row.Names), ("es", row.Es), ("de", row.De), ("fr", row.Fr) }
            .Where(l => l.Item2.Count > 0)
            .ToDictionary(l => l.Item1, IReadOnlyList<string> (l) => l.Item2, StringComparer.Ordinal);

    private void AddWithParents(string id, HashSet<string> groups, string file)
    {
        if (!_parents.TryGetValue(id, out var parents))
            throw new ContentException(file, $"'{id}' is not a class");
        if (!groups.Add(id))
            return;
        foreach (var parent in parents)
            AddWithParents(parent, groups, file);
    }

    private void ReadProducts(string file)
    {
        foreach (var row in _content.Read<ProductFile>(file).Products)
            if (!_products.TryAdd(row.Id, ReadProduct(row, file)))
                throw new ContentException(file, $"{row.Id} stands twice");
    }

    private Product ReadProduct(ProductRow row, string file) =>
        new(
            row.Id,
            row.Names,
            [.. row.Contains.Select(i => ReadIngredient(i, row, file))],
            row.Routes.ToHashSet(StringComparer.Ordinal),
            row.Assumed,
            row.Countries.ToHashSet(StringComparer.Ordinal)
        );

    private Ingredient ReadIngredient(IngredientRow row, ProductRow product, string file) =>
        new(
            Find(row.Substance)
                ?? throw new ContentException(
                    file,
                    $"{product.Id} contains '{row.Substance}', which is not a substance"
                ),
            row.PerUnit?.ToAmount(),
            row.Main || product.Contains.Count == 1
        );

    private NameIndex Index(NameWordFile words)
    {
        try
        {
            return new NameIndex(Substances, Products, NameWords.Of(words), Units);
        }
        catch (InvalidOperationException e)
        {
            throw new ContentException("medicines/substances", e.Message, e);
        }
    }
}
