using System.Text.RegularExpressions;

namespace Inomya.Medicines;

/// <summary>
/// Finds the substance or product that a person means by a name as they write it, or as it is printed on the pack.
/// </summary>
/// <remarks>
/// Case, accents, salts, strengths, laboratories and words such as "tablets" do not matter. A name that is only nearly
/// right is never taken for what it resembles: it is not found, and <see cref="NameReading.DidYouMean"/> asks.
/// </remarks>
public sealed partial class NameIndex
{
    /// <summary>Longer texts are no names.</summary>
    private const int LongestRead = 400;

    private const int Suggestions = 3;

    private readonly NameTable _table;
    private readonly NearNames _near;
    private readonly NameWords _words;
    private readonly DoseUnits _units;

    internal NameIndex(
        IEnumerable<Substance> substances,
        IEnumerable<Product> products,
        NameWords words,
        DoseUnits units
    )
    {
        _table = new NameTable(substances, products);
        _near = new NearNames(_table.Entries.Select(e => (e.Key, e.Named.Name, e.Named.Misspelt)));
        (_words, _units) = (words, units);
    }

    /// <summary>How many names are known.</summary>
    public int Count => _table.Count;

    /// <summary>What a name stands for; see <see cref="NameReading"/> for a name that is not known.</summary>
    /// <param name="country">
    /// Where the person lives; null: a name that means different things stands for all of them.
    /// </param>
    public NameReading Read(string written, string? country = null)
    {
        if (written.Length > LongestRead)
            return new NameReading();
        var bracketed = BracketPattern().Matches(written).Select(m => Scan(m.Groups["inside"].Value, country)).ToList();
        var outside = Scan(BracketPattern().Replace(written, " "), country);
        var inside = bracketed.Where(Read).ToList();
        var asked = bracketed.Except(inside).Where(b => !b.OnlyPurpose).SelectMany(NearTo).ToList();
        var read = asked.Count == 0 ? Together(outside, inside) : null;
        return read ?? NotRead(outside, asked);
    }

    /// <summary>What is read outside the brackets with what is inside; null when neither explains the other.</summary>
    private NameReading? Together(NameScan outside, List<NameScan> inside)
    {
        if (Read(outside))
            return Reading([outside, .. inside.Where(i => !i.OnlySalts)], readAs: null);
        if (inside.Count > 0 && Within(inside, NearTo(outside)))
            return Reading([.. inside, outside], outside.Over.Count > 0 ? inside[0].Names[0].Name : null);
        return null;
    }

    /// <summary>Names that begin with, or have a word that begins with, what was typed; for a search box.</summary>
    /// <param name="most">At most this many.</param>
    public IReadOnlyList<string> Search(string typed, int most)
    {
        var key = typed.Length > LongestRead ? "" : NameText.Key(typed);
        if (key.Length == 0)
            return [];
        return [.. NamesWith(key).Take(most)];
    }

    /// <summary>Those that begin with the key first, and of these the shortest.</summary>
    private IEnumerable<string> NamesWith(string key) =>
        _table
            .Entries.Where(e => !e.Named.Misspelt && e.Key.Contains(key, StringComparison.Ordinal))
            .OrderBy(e => e.Key.StartsWith(key, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(e => e.Key.Length)
            .ThenBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => e.Named.Name);

    /// <summary>
    /// As <see cref="Search"/>, each with what it stands for; a misspelt name that is nearly right finds what it
    /// resembles.
    /// </summary>
    public IReadOnlyList<NameHit> Find(string typed, int most)
    {
        var names = Search(typed, most);
        if (names.Count == 0)
            names = Meant(typed, most);
        return [.. names.Select(n => new NameHit(n, Read(n))).Where(h => h.Reading.Found)];
    }

    /// <summary>The name of what was typed; where it is not known, those that it resembles.</summary>
    private IReadOnlyList<string> Meant(string typed, int most)
    {
        var reading = Read(typed);
        return reading.Found
            ? [reading.Parts[0].Product?.Names[0] ?? reading.Parts[0].Substance.Name]
            : [.. reading.DidYouMean.Take(most)];
    }

    /// <summary>The route that a text names, such as "under the tongue"; null when it names none.</summary>
    internal string? RouteIn(string written) => Scan(written, null).Route;

    private NameScan Scan(string written, string? country) =>
        NameScan.Of(_table, _words, _units, country, written.Length > LongestRead ? "" : written);

    /// <summary>What is nearly a listed name is no part of the directions.</summary>
    private bool Read(NameScan scan) =>
        scan is { Names.Count: > 0, Over.Count: 0 } && scan.Directions.TrueForAll(d => _near.To(d).Count == 0);

    private NameReading NotRead(NameScan outside, List<string> near) =>
        new()
        {
            DidYouMean = [.. near.Concat(Suggested(outside)).Distinct().Take(Suggestions)],
            Route = outside.Route,
            Strength = outside.AmountOf(0),
        };

    /// <summary>Nothing that the text outside the brackets may mean is missing inside them.</summary>
    private bool Within(List<NameScan> inside, IEnumerable<string> near)
    {
        var held = inside.SelectMany(s => s.Names).SelectMany(n => n.Parts).Select(p => p.Substance).ToHashSet();
        return near.SelectMany(n => _table.Find(NameText.Key(n), null)!.Parts).All(p => held.Contains(p.Substance));
    }

    private IEnumerable<string> NearTo(NameScan scan) =>
        scan
            .Over.Concat(scan.Directions)
            .Take(Suggestions)
            .Prepend(NameText.Key(scan.Bare))
            .Distinct()
            .SelectMany(_near.To)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is near, else the names that stand in it beside words that are not understood.</summary>
    private IEnumerable<string> Suggested(NameScan scan) =>
        NearTo(scan).ToList() is { Count: > 0 } near ? near : scan.Names.Select(n => n.Name);

    private static NameReading Reading(List<NameScan> scans, string? readAs)
    {
        var names = scans.SelectMany(s => s.Names.Select((n, i) => (Named: n, Amount: s.AmountOf(i)))).ToList();
        return new NameReading
        {
            Parts = PartsOf(names),
            Route = scans.Select(s => s.Route).OfType<string>().FirstOrDefault(),
            Strength = names.Select(n => n.Amount).FirstOrDefault(a => a is not null),
            ReadAs = readAs ?? names.FirstOrDefault(n => n.Named.Misspelt).Named?.Shown,
            AnyCountry = names.Exists(n => n.Named.AnyCountry),
        };
    }

    /// <summary>One part a substance: of its product where one is named, of the first strength that is told.</summary>
    private static List<NamePart> PartsOf(List<(Named Named, Amount? Amount)> names) =>
        [
            .. names
                .SelectMany(n => WithStrength(n.Named.Parts, n.Amount))
                .GroupBy(p => p.Substance)
                .Select(g =>
                    g.OrderBy(p => p.Product is null).First() with
                    {
                        Strength = g.Select(p => p.Strength).FirstOrDefault(s => s is not null),
                    }
                ),
        ];

    /// <summary>An amount beside a combination does not say how much of which.</summary>
    private static IEnumerable<NamePart> WithStrength(IReadOnlyList<NamePart> parts, Amount? amount) =>
        parts is [var only] ? [only with { Strength = amount }] : parts;

    [GeneratedRegex(@"[(\[](?<inside>[^()\[\]]*)[)\]]")]
    private static partial Regex BracketPattern();
}
