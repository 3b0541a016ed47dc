using System.Globalization;

namespace Inomya.Treatments;

/// <summary>Finds the substance or product that a person means by a name as they write it.</summary>
/// <remarks>
/// Case, accents, salts, strengths and words such as "tablets" do not matter. A name that is only nearly right is never taken for
/// what it resembles: it is not found, and <see cref="NameReading.DidYouMean"/> asks.
/// </remarks>
public sealed class NameIndex
{
    /// <summary>Longer texts are no names; they are not compared letter by letter.</summary>
    private const int LongestCompared = 60;

    private const int Suggestions = 3;

    private readonly Dictionary<string, Named> _byKey = new(StringComparer.Ordinal);
    private readonly NameWords _words;
    private readonly DoseUnits _units;

    internal NameIndex(
        IEnumerable<Substance> substances,
        IEnumerable<Product> products,
        NameWords words,
        DoseUnits units
    )
    {
        (_words, _units) = (words, units);
        foreach (var substance in substances)
            Add(substance);
        foreach (var product in products)
        foreach (var name in product.Names)
            Put(
                name,
                new Named(
                    name,
                    [.. product.Contains.Select(i => new NamePart(i.Substance, product, i))],
                    Misspelt: false
                )
            );
    }

    /// <summary>How many names are known.</summary>
    public int Count => _byKey.Count;

    /// <summary>What a name stands for; see <see cref="NameReading"/> for a name that is not known.</summary>
    public NameReading Read(string written)
    {
        var (outside, inside) = Brackets(written);
        var reading = ReadPlain(outside);
        if (inside is null || reading.Found)
            return reading;
        var within = ReadPlain(inside);
        return within.Found ? within with { ReadAs = within.ReadAs ?? inside.Trim() } : reading;
    }

    /// <summary>Names that begin with, or have a word that begins with, what was typed; for a search box.</summary>
    /// <param name="most">At most this many.</param>
    public IReadOnlyList<string> Search(string typed, int most)
    {
        var key = NameText.Key(typed);
        if (key.Length == 0)
            return [];
        return
        [
            .. _byKey
                .Where(e => !e.Value.Misspelt && e.Key.Contains(key, StringComparison.Ordinal))
                .OrderBy(e => e.Key.StartsWith(key, StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(e => e.Key.Length)
                .ThenBy(e => e.Key, StringComparer.Ordinal)
                .Select(e => e.Value.Name)
                .Take(most),
        ];
    }

    /// <summary>As <see cref="Search"/>, each with what it stands for; a misspelt name that is nearly right finds what it resembles.</summary>
    public IReadOnlyList<NameHit> Find(string typed, int most)
    {
        var names = Search(typed, most);
        if (names.Count == 0)
            names =
            [
                .. Read(typed) is { Found: true } read
                    ? read.Parts.Select(p => p.Product?.Names[0] ?? p.Substance.Name).Take(1)
                    : Read(typed).DidYouMean.Take(most),
            ];
        return [.. names.Select(n => new NameHit(n, Read(n))).Where(h => h.Reading.Found)];
    }

    /// <summary>The route that a text names, such as "under the tongue"; null when it names none.</summary>
    internal string? RouteIn(string written) => Strip(NameText.Words(written)).Route;

    private NameReading ReadPlain(string written)
    {
        var words = NameText.Words(written);
        var (bare, strength, route) = Strip(words);
        var found = Look(words) ?? LookBare(bare) ?? Combination(written);
        return found is null
            ? new NameReading
            {
                DidYouMean = Nearest(NameText.Key(bare.Where(w => !IsNumber(w)))),
                Route = route,
                Strength = strength,
            }
            : new NameReading
            {
                Parts = found.Parts,
                Route = route,
                Strength = strength,
                ReadAs = found.Misspelt ? found.Parts[0].Product?.Names[0] ?? found.Parts[0].Substance.Name : null,
            };
    }

    private Named? Look(IEnumerable<string> words) => _byKey.GetValueOrDefault(NameText.Key(words));

    /// <summary>As it is, then without lone numbers, then without salts.</summary>
    private Named? LookBare(List<string> bare) =>
        Look(bare)
        ?? Look(bare.Where(w => !IsNumber(w)))
        ?? Look(bare.Where(w => !IsNumber(w) && !_words.Salts.Contains(w)));

    /// <summary>"Paracetamol + codeine": known only when every part is.</summary>
    private Named? Combination(string written)
    {
        var parts = _words.SplitAtJoiners(written);
        if (parts.Count < 2)
            return null;
        var named = new List<Named>();
        foreach (var part in parts)
        {
            var bare = Strip(NameText.Words(part)).Bare;
            if (bare.Count == 0)
                continue;
            if (LookBare(bare) is not { } one)
                return null;
            named.Add(one);
        }

        return named.Count == 0
            ? null
            : new Named(written, [.. named.SelectMany(n => n.Parts)], named.Any(n => n.Misspelt));
    }

    /// <summary>The words without strength and form: "60", "mg", "tablets", "60mg".</summary>
    private (List<string> Bare, Amount? Strength, string? Route) Strip(List<string> words)
    {
        var bare = new List<string>();
        Amount? strength = null;
        string? route = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (IsNumber(words[i]) && i + 1 < words.Count && _units.CodeOf(words[i + 1]) is not null)
                strength ??= _units.Read($"{words[i]} {words[++i]}").Amount;
            else if (char.IsDigit(words[i][0]) && _units.Read(words[i]) is (DoseReading.Read, var amount))
                strength ??= amount;
            else if (_words.Forms.TryGetValue(words[i], out var given))
                route ??= given;
            else
                bare.Add(words[i]);
        }

        return (bare, strength, route);
    }

    private static bool IsNumber(string word) =>
        double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private List<string> Nearest(string key)
    {
        var most = key.Length switch
        {
            < 4 or > LongestCompared => 0,
            < 8 => 1,
            _ => 2,
        };
        if (most == 0)
            return [];
        return
        [
            .. _byKey
                .Where(e => Math.Abs(e.Key.Length - key.Length) <= most)
                .Select(e => (Edits: NameText.Edits(key, e.Key, most), e.Value.Name, e.Value.Misspelt))
                .Where(n => n.Edits <= most)
                .OrderBy(n => n.Edits)
                .ThenBy(n => n.Misspelt)
                .ThenBy(n => n.Name, StringComparer.Ordinal)
                .Select(n => n.Name)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(Suggestions),
        ];
    }

    private static (string Outside, string? Inside) Brackets(string written)
    {
        var open = written.IndexOf('(', StringComparison.Ordinal);
        var close = written.IndexOf(')', StringComparison.Ordinal);
        return open > 0 && close > open
            ? (string.Concat(written.AsSpan(0, open), " ", written.AsSpan(close + 1)), written[(open + 1)..close])
            : (written, null);
    }

    private void Add(Substance substance)
    {
        IReadOnlyList<NamePart> parts = [new NamePart(substance, null, null)];
        foreach (var name in substance.Names.Concat(substance.Brands))
            Put(name, new Named(name, parts, Misspelt: false));
        foreach (var name in substance.Misspelt)
            Put(name, new Named(substance.Name, parts, Misspelt: true));
    }

    /// <exception cref="InvalidOperationException">Two different things have this name.</exception>
    private void Put(string name, Named named)
    {
        var key = NameText.Key(name);
        if (_byKey.TryGetValue(key, out var there) && there.Parts[0].Substance != named.Parts[0].Substance)
            throw new InvalidOperationException(
                $"'{name}' is a name of both {there.Parts[0].Substance} and {named.Parts[0].Substance}."
            );
        _byKey[key] = named;
    }

    private sealed record Named(string Name, IReadOnlyList<NamePart> Parts, bool Misspelt);
}

/// <summary>A name on the list and what it stands for.</summary>
public sealed record NameHit(string Name, NameReading Reading)
{
    /// <summary>The substances in it, by the name to show.</summary>
    public IReadOnlyList<Substance> Substances => [.. Reading.Parts.Select(p => p.Substance).Distinct()];
}

/// <summary>Words of a name that do not say which substance it is.</summary>
/// <param name="Salts">"hydrochloride", "maleate".</param>
/// <param name="Forms">"tablets", "gel"; the value is the route it gives, or null.</param>
/// <param name="Joiners">What stands between two substances: "+", "and".</param>
internal sealed record NameWords(
    IReadOnlySet<string> Salts,
    IReadOnlyDictionary<string, string?> Forms,
    IReadOnlyList<string> Joiners
)
{
    public List<string> SplitAtJoiners(string written)
    {
        var spaced = written.ToLowerInvariant();
        foreach (var joiner in Joiners)
            spaced = spaced.Replace(char.IsLetter(joiner[0]) ? $" {joiner} " : joiner, "\n", StringComparison.Ordinal);
        return [.. spaced.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
