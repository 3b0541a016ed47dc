namespace Inomya.Medicines;

/// <summary>Two or three things that matter together.</summary>
/// <remarks>
/// A rule sees substances, not rows of the list: a tablet of two substances counts on both sides of a rule, whatever
/// else stands on the list. Only what is all in one product is not told: it is made so.
/// </remarks>
internal sealed class CombinationFindings(SubstanceRoles roles, IReadOnlyList<Listed> taken, SumOfDay sums)
{
    private readonly ILookup<string, Listed> _byGroup = taken
        .SelectMany(t => t.Substance.Groups.Select(g => (Group: g, Taken: t)))
        .ToLookup(m => m.Group, m => m.Taken, StringComparer.Ordinal);

    /// <param name="age">Null when not known: then a rule from an age on does not apply.</param>
    public IEnumerable<MedicineFinding> Of(IEnumerable<CombinationRule> rules, int? age) =>
        rules
            .Where(r => r.FromAge is null || age >= r.FromAge)
            .SelectMany(Of)
            .GroupBy(m => m.Same)
            .Select(Heaviest)
            .Select(Finding)
            .DistinctBy(f => f.Key);

    private IEnumerable<Match> Of(CombinationRule rule)
    {
        var sides = new List<List<Listed>>();
        foreach (var side in rule.Sides)
        {
            var members = Members(side);
            if (members.Count == 0)
                return [];
            sides.Add(members);
        }

        return sides.Count == 2 ? Pairs(rule, sides[0], sides[1]) : Triple(rule, sides);
    }

    /// <summary>Looked up by group: most rules are about nothing on the list, and cost no more than that.</summary>
    private List<Listed> Members(RuleSide side) =>
        [
            .. side
                .Any.SelectMany(g => _byGroup[g])
                .Distinct<Listed>(ReferenceEqualityComparer.Instance)
                .Where(t => t.Counts(side, sums))
                .OrderBy(t => t.Name, StringComparer.Ordinal),
        ];

    private static IEnumerable<Match> Pairs(CombinationRule rule, List<Listed> first, List<Listed> second) =>
        from a in first
        from b in second
        where !a.IsOfEntryOf(b) && a.Substance != b.Substance && (a.Now || b.Now)
        select new Match(rule, [a.Name, b.Name], [a, b]);

    /// <summary>One finding with all who take part: triples would grow with the cube of the list.</summary>
    private static IEnumerable<Match> Triple(CombinationRule rule, List<List<Listed>> sides)
    {
        if (FirstThree(sides) is { } three)
            yield return new Match(rule, [.. sides.SelectMany(s => s.Select(t => t.Name)).Distinct()], three);
    }

    private static Listed[]? FirstThree(List<List<Listed>> sides) =>
        (
            from a in sides[0]
            from b in sides[1]
            where b.Substance != a.Substance
            from c in sides[2]
            where c.Substance != a.Substance && c.Substance != b.Substance
            where !a.IsOfEntryOf(b) || !a.IsOfEntryOf(c)
            select (Listed[])[a, b, c]
        ).FirstOrDefault();

    /// <summary>The rule and the memberships it is applied through; verified only when all of them are.</summary>
    private Basis BasisOf(CombinationRule rule, IReadOnlyList<Listed> who)
    {
        var memberships = rule.Sides.Zip(who, (side, t) => roles.Of(side, t.Substance)).OfType<Basis>().ToList();
        return memberships.Count == 0 ? rule.Basis : Together(rule.Basis, memberships);
    }

    private static Basis Together(Basis rule, List<Basis> memberships) =>
        new(
            [.. rule.Sources.Concat(memberships.SelectMany(m => m.Sources)).Distinct()],
            rule.Verified && memberships.TrueForAll(m => m.Verified),
            rule.ByMaker || memberships.Exists(m => m.ByMaker)
        );

    /// <summary>
    /// Of what says the same about the same names in different strength, the strongest; of equals the one that was seen
    /// in a source.
    /// </summary>
    private static Match Heaviest(IEnumerable<Match> matches) =>
        matches.OrderByDescending(m => m.Rule.Severity).ThenByDescending(m => m.Rule.Basis.Verified).First();

    /// <summary>
    /// What rests on a substance that a name holds in some countries only says so; unless it is serious it is a
    /// question about the name.
    /// </summary>
    private MedicineFinding Finding(Match match)
    {
        var (rule, names, who) = match;
        var somewhere = who.Any(w => w is ListedMedicine { Somewhere: true });
        return new MedicineFinding(
            somewhere && rule.Severity < Severity.Serious ? FindingKind.UnknownName : rule.Kind,
            rule.Severity,
            rule.Id,
            names,
            $"interaction.{rule.Text}",
            ValuesOf(names),
            $"medicine-check.action.{rule.Action}",
            BasisOf(rule, who)
        )
        {
            Somewhere = somewhere,
        };
    }

    private static Dictionary<string, string> ValuesOf(IReadOnlyList<string> names) =>
        new()
        {
            ["a"] = names[0],
            ["b"] = names[1],
            ["list"] = string.Join(", ", names),
        };

    private sealed record Match(CombinationRule Rule, IReadOnlyList<string> Names, IReadOnlyList<Listed> Who)
    {
        /// <summary>Equal for what is about one mechanism, the same substances and the same names.</summary>
        public (string, FindingKind, string) Same =>
            (
                Rule.Mechanism ?? Rule.Id,
                Rule.Kind,
                string.Join('\n', Who.Select(t => t.Substance.Id).Concat(Names).Order(StringComparer.Ordinal))
            );
    }
}
