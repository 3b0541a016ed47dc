using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>The items of one response by level and link id: level 1 are its own items, level 2 those of its groups. Items under answers are in none.</summary>
internal sealed class ItemIndex
{
    private const int MostRemembered = 20_000;

    private static readonly ConditionalWeakTable<PocoNode, ItemIndex> ByResponse = [];
    private static readonly ConcurrentDictionary<(string Pattern, string LinkId), bool> Matches = new();

    private readonly List<List<(string LinkId, PocoNode Node)>> _levels = [];
    private readonly List<ILookup<string, PocoNode>> _byId = [];

    private ItemIndex(PocoNode response)
    {
        for (var level = Items([response]); level.Count > 0; level = Items(level.Select(i => i.Node)))
        {
            _levels.Add(level);
            _byId.Add(level.ToLookup(i => i.LinkId, i => i.Node, StringComparer.Ordinal));
        }
    }

    /// <summary>Made once for a response that does not change any more.</summary>
    public static ItemIndex Of(PocoNode response) => ByResponse.GetValue(response, r => new ItemIndex(r));

    /// <summary>In the order of the response.</summary>
    public IEnumerable<PocoNode> At(int level, string linkId) => level <= _byId.Count ? _byId[level - 1][linkId] : [];

    public IEnumerable<PocoNode> Like(int level, Regex pattern) =>
        level <= _levels.Count ? _levels[level - 1].Where(i => IsLike(pattern, i.LinkId)).Select(i => i.Node) : [];

    private static bool IsLike(Regex pattern, string linkId)
    {
        var key = (pattern.ToString(), linkId);
        if (Matches.TryGetValue(key, out var known))
            return known;
        var matches = pattern.IsMatch(linkId);
        if (Matches.Count < MostRemembered)
            Matches.TryAdd(key, matches);
        return matches;
    }

    private static List<(string LinkId, PocoNode Node)> Items(IEnumerable<PocoNode> above) =>
        [
            .. above
                .SelectMany(n => ((IEnumerable<PocoNode>)[n]).FlatChildren("item"))
                .Select(n => ((n.Poco as QuestionnaireResponse.ItemComponent)?.LinkId ?? "", n)),
        ];
}
