namespace Inomya.Medicines;

/// <summary>What rules are matched against: a substance of an entry of the list, or a condition of the person.</summary>
/// <param name="For">Ids of the conditions that it is taken for, or that it is; empty when not known.</param>
internal abstract record Listed(Substance Substance, IReadOnlySet<string> For)
{
    /// <summary>As the person wrote it.</summary>
    public abstract string Name { get; }

    /// <summary>It is so today: taken, or a condition that goes on.</summary>
    public abstract bool Now { get; }

    /// <summary>Now, in a way that reaches the whole body.</summary>
    public abstract bool ActsNow { get; }

    /// <summary>Both are parts of one entry of the list.</summary>
    public abstract bool IsOfEntryOf(Listed other);

    /// <summary>Now or, for a rule with a washout, not long ago; in the way that the rule is about.</summary>
    protected abstract bool IsThereFor(RuleSide side);

    /// <summary>It is there for the rule, is what the rule names, and is as much as it takes.</summary>
    public bool Counts(RuleSide side, SumOfDay sums) =>
        IsThereFor(side)
        && IsOneOf(side.Any)
        && !IsOneOf(side.Except)
        && (side.AtLeast is not { } least || sums.Reaches(Substance, least, side.OnlyKnown));

    public bool IsOneOf(IReadOnlySet<string> groups) => groups.Overlaps(Substance.Groups);

    /// <summary>The names as written, in the order of the alphabet; twice what stands there twice.</summary>
    public static List<string> NamesOf(IEnumerable<Listed> some) =>
        [.. some.Select(t => t.Name).Order(StringComparer.Ordinal)];
}
