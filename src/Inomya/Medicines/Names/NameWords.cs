namespace Inomya.Medicines;

/// <summary>Words of a name that do not say which substance it is.</summary>
/// <param name="Salts">"hydrochloride", "maleate".</param>
/// <param name="Forms">"tablets", "gel"; the value is the route it gives, or null.</param>
/// <param name="Variants">
/// "extra", "night": after a generic name they add nothing; after a brand they may stand for another composition.
/// </param>
/// <param name="Strengths">"forte", "stark": say nothing after a brand that is sold with one substance only.</param>
/// <param name="Times">"night", "max": when or how much, once a number stands behind the name.</param>
/// <param name="Directions">"take", "daily": from here on it is told how it is taken.</param>
/// <param name="And">"with", "und": a further medicine may follow.</param>
/// <param name="Purposes">"cholesterol", "thyroid": say nothing after a generic name, and after "for".</param>
/// <param name="For">"for", "gegen": a purpose follows.</param>
/// <param name="Without">"sans", before what is not in it.</param>
/// <param name="Around">"after", before another medicine that only tells when this one is taken.</param>
/// <param name="Free">"free", behind what is not in it.</param>
/// <param name="Joiners">Words that a further name must follow: "plus".</param>
/// <param name="Makers">Names of laboratories, as printed beside the name.</param>
/// <param name="Per">What an amount can be of or for: "h", "ml"; "5 mg/ml" is no strength of a tablet.</param>
internal sealed record NameWords(
    IReadOnlySet<string> Salts,
    IReadOnlyDictionary<string, string?> Forms,
    IReadOnlySet<string> Variants,
    IReadOnlySet<string> Strengths,
    IReadOnlySet<string> Times,
    IReadOnlySet<string> Directions,
    IReadOnlySet<string> And,
    IReadOnlySet<string> Purposes,
    IReadOnlySet<string> For,
    IReadOnlySet<string> Without,
    IReadOnlySet<string> Around,
    IReadOnlySet<string> Free,
    IReadOnlySet<string> Joiners,
    IReadOnlySet<string> Makers,
    IReadOnlySet<string> Per
)
{
    public static NameWords Of(NameWordFile file) =>
        new(
            Keys(file.Salts),
            FormsOf(file),
            Keys(file.Variants),
            Keys(file.Strengths),
            Keys(file.Times),
            Keys(file.Directions),
            Keys(file.And),
            Keys(file.Purposes),
            Keys(file.For),
            Keys(file.Without),
            Keys(file.Around),
            Keys(file.Free),
            Keys(file.Joiners),
            Keys(file.Makers),
            Keys(file.Per)
        );

    /// <summary>
    /// "gastrorr.", "Mahlz.": what begins a word of the form or a salt, with a full stop. It gives a route when all
    /// that it may be cut from give that one.
    /// </summary>
    public bool IsCutShort(WrittenWord word, out string? route)
    {
        route = null;
        if (!word.Cut || word.Starts)
            return false;
        var forms = Forms.Where(f => f.Key.StartsWith(word.Text, StringComparison.Ordinal)).ToList();
        if (forms.Select(f => f.Value).Distinct().ToList() is [var only])
            route = only;
        return forms.Count > 0 || Salts.Any(s => s.StartsWith(word.Text, StringComparison.Ordinal));
    }

    private static Dictionary<string, string?> FormsOf(NameWordFile file)
    {
        var forms = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var form in file.Forms)
        foreach (var word in form.Words)
            forms[NameText.Key(word)] = form.Route;
        return forms;
    }

    private static HashSet<string> Keys(IEnumerable<string> words) =>
        words.Select(NameText.Key).ToHashSet(StringComparer.Ordinal);
}
