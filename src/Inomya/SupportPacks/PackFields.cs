using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace Inomya.SupportPacks;

/// <summary>Reads the fields of one mapping and notes each that is wrong with its line; what is returned is of no use then.</summary>
internal sealed class PackFields(YamlMappingNode map, Action<long, PackProblem, string, string> wrong)
{
    private const int LongestName = 120;

    /// <summary>In characters, of the texts of an entry.</summary>
    public const int LongestText = 400;

    /// <summary>Every field that is none of these is most likely a slip of the keys.</summary>
    public void Only(IReadOnlyCollection<string> known)
    {
        foreach (var key in map.Children.Keys.Where(k => !known.Contains(Written(k))))
            wrong(key.Start.Line, PackProblem.UnknownField, Written(key), "");
    }

    public bool Has(string field) => Find(field) is not null;

    /// <summary>A name or a word; must be there.</summary>
    public string Name(string field) => Text(field, LongestName);

    /// <summary>Text on one or more lines; must be there.</summary>
    public string Text(string field, int most = LongestText)
    {
        if (Find(field) is not YamlScalarNode { Value.Length: > 0 } node || string.IsNullOrWhiteSpace(node.Value))
            return Wrong(field, PackProblem.Missing, "");
        return node.Value.Length <= most ? node.Value.Trim() : Wrong(field, PackProblem.TooLong, "");
    }

    /// <summary>Text of which something is made; null from <paramref name="read"/> is the problem.</summary>
    public T? Read<T>(string field, Func<string, T?> read, PackProblem problem)
    {
        var text = Text(field);
        if (text.Length == 0)
            return default;
        var value = read(text);
        return value is null ? Wrong(field, problem, default(T)) : value;
    }

    /// <summary>One of the names of an enum, as content writes them: "rights".</summary>
    public T OneOf<T>(string field)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(v => v.ToString().ToLowerInvariant());
        var text = Name(field);
        if (text.Length > 0 && !names.ContainsKey(text))
            wrong(LineOf(field), PackProblem.NotOneOf, field, string.Join(", ", names.Keys));
        return names.GetValueOrDefault(text);
    }

    /// <summary>A day as 2026-11-30.</summary>
    public LocalDate Day(string field) =>
        Read(
            field,
            text => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : (LocalDate?)null,
            PackProblem.NotADay
        ) ?? LocalDate.MinIsoValue;

    /// <summary>A list of at least one.</summary>
    public IReadOnlyList<YamlNode> List(string field)
    {
        var list = Find(field);
        if (list is YamlSequenceNode { Children.Count: > 0 } nodes)
            return [.. nodes.Children];
        return Wrong(field, list is null ? PackProblem.Missing : PackProblem.NotAList, Array.Empty<YamlNode>());
    }

    /// <summary>The fields of a field.</summary>
    public IReadOnlyList<(string Key, string Text, long Line)> Map(string field)
    {
        if (Find(field) is YamlMappingNode { Children.Count: > 0 } inner)
            return [.. inner.Children.Select(c => (Written(c.Key), Written(c.Value), c.Key.Start.Line))];
        return Wrong(
            field,
            Has(field) ? PackProblem.NotAList : PackProblem.Missing,
            Array.Empty<(string, string, long)>()
        );
    }

    /// <summary>Where a field stands; for one that is missing, where its mapping begins.</summary>
    public long LineOf(string field) => (Find(field)?.Start ?? map.Start).Line;

    /// <summary>What stands in a plain node; empty for a list or mapping.</summary>
    public static string Written(YamlNode node) => (node as YamlScalarNode)?.Value?.Trim() ?? "";

    private YamlNode? Find(string field) => map.Children.TryGetValue(field, out var node) ? node : null;

    private T Wrong<T>(string field, PackProblem problem, T instead)
    {
        wrong(LineOf(field), problem, field, "");
        return instead;
    }
}
