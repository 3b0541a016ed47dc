using System.Globalization;
using System.Text.RegularExpressions;

namespace Inomya.Medicines;

/// <summary>A written name taken apart: listed names, the strengths beside them, and words that are neither.</summary>
/// <remarks>
/// Every word must be accounted for: a listed name, a strength, or a word that says nothing of the substance.
/// One word that is left over means that the name was not read.
/// </remarks>
internal sealed partial class NameScan
{
    private readonly NameTable _table;
    private readonly NameWords _words;
    private readonly DoseUnits _units;
    private readonly string? _country;
    private readonly List<Word> _text;
    private readonly List<string> _ratio = [];
    private int _at;
    private int _brandEnds;
    private bool _saltMayFollow;
    private bool _nameMustFollow;

    private NameScan(NameTable table, NameWords words, DoseUnits units, string? country, string written)
    {
        (_table, _words, _units, _country) = (table, words, units, country);
        _text = WordsOf(written);
        while (_at < _text.Count)
            if (!(Salt() || Name() || Number() || Says() || Unglued()))
                LeaveOver();
        if (_nameMustFollow)
            Over.Add(_text[^1].Text);
        if (Names.Any(n => !n.IsCondition))
            Names.RemoveAll(n => n.IsCondition); // what it is taken for
    }

    /// <summary>The listed names, in the order they stand.</summary>
    public List<Named> Names { get; } = [];

    /// <summary>
    /// What one unit of the medicine holds; null for an amount that says something else (a concentration).
    /// </summary>
    public List<Amount?> Amounts { get; } = [];

    /// <summary>What is not understood, words that stand together as one.</summary>
    public List<string> Over { get; } = [];

    /// <summary>The words that may be part of a name: no amounts, no forms.</summary>
    public List<string> Bare { get; } = [];

    public string? Route { get; private set; }

    /// <summary>"(potassium)" behind a name says which salt it is.</summary>
    public bool OnlySalts => _text.TrueForAll(w => _words.Salts.Contains(w.Text));

    public static NameScan Of(NameTable table, NameWords words, DoseUnits units, string? country, string written) =>
        new(table, words, units, country, written);

    /// <summary>The amount that stands beside a name: the only one, or the one at the same place of as many.</summary>
    public Amount? AmountOf(int name) =>
        Amounts.Count == 0 ? null
        : Amounts.Count == Names.Count ? Amounts[name]
        : Names.All(n => n.HoldsWhat(Names[0])) ? Amounts[0]
        : null;

    private string Here => _text[_at].Text;

    /// <summary>"Magnesium" after esomeprazole is its salt, not one more thing that is taken.</summary>
    private bool Salt() => _saltMayFollow && !_text[_at].Starts && _words.Salts.Contains(Here) && Skip();

    private bool Name()
    {
        for (var words = Math.Min(_table.MostWords, _text.Count - _at); words > 0; words--)
        {
            var key = string.Concat(_text.GetRange(_at, words).Select(w => w.Text));
            if (_table.Find(key, _country) is not { } named)
                continue;
            var afterBrand = _at > 0 && _at == _brandEnds;
            if (named.IsCondition && afterBrand)
                return false; // "Tylenol Arthritis": a brand may hold something else under such a word
            Bare.Add(key);
            _at += words;
            if (IsLeftOut(_at - words))
                return true;
            (_saltMayFollow, _nameMustFollow) = (named.IsMedicine, false);
            if (!named.Generic)
                _brandEnds = _at;
            Names.Add(named);
            return true;
        }

        return false;
    }

    /// <summary>"Caffeine-free", "sans caféine": what is named is not in it.</summary>
    private bool IsLeftOut(int from) =>
        (from > 0 && _words.Without.Contains(_text[from - 1].Text))
        || (WordAt(_at) is { } next && !_text[_at].Starts && _words.Free.Contains(next));

    /// <summary>"60", "60 mg", "60mg", "24 hr", "30x".</summary>
    private bool Number()
    {
        if (NumberPattern().Match(Here) is not { Success: true } number)
            return false;
        var glued = number.Groups["unit"].Value;
        var next = glued.Length > 0 ? glued : WordAt(_at + 1);
        if (next is not null && _units.CodeOf(next) is { } code)
        {
            _at += glued.Length > 0 ? 1 : 2;
            if (!_units.IsCount(code))
                AddAmounts(number.Groups["value"].Value, code);
        }
        else if (glued.Length > 0 && !_words.Per.Contains(glued) && !_words.Forms.ContainsKey(glued))
            return false;
        else
        {
            if (glued.Length == 0 && _at + 1 < _text.Count && _text[_at + 1].Starts)
                _ratio.Add(Here);
            _at += glued.Length == 0 && next is not null && _words.Per.Contains(next) ? 2 : 1;
        }

        _saltMayFollow = false;
        return true;
    }

    /// <summary>"37.5/325 mg" is two amounts of one unit.</summary>
    private void AddAmounts(string written, string code)
    {
        var per = Per();
        foreach (var value in _ratio.Append(written))
            Amounts.Add(AmountOf(value, code, per));
        _ratio.Clear();
    }

    /// <summary>"Per hour" is a rate; "per ml" is no amount of what is taken; "1.000" may be a thousand.</summary>
    private static Amount? AmountOf(string written, string code, string? per)
    {
        var value = double.Parse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return GroupedPattern().IsMatch(written) || value <= 0 ? null
            : per is null ? new Amount(value, code)
            : code == "ug" && (per[0] == 'h' || per.StartsWith("st", StringComparison.Ordinal))
                ? new Amount(value, "ug/h")
            : null;
    }

    /// <summary>Reads over "/ml", "/5 ml", "/24 h" after an amount.</summary>
    private string? Per()
    {
        if (_at >= _text.Count || !_text[_at].Starts)
            return null;
        if (_words.Per.Contains(Here) || _units.CodeOf(Here) is not null)
            return _text[_at++].Text;
        if (NumberPattern().Match(Here) is not { Success: true } number)
            return null;
        var glued = number.Groups["unit"].Value;
        if ((glued.Length > 0 ? glued : WordAt(_at + 1)) is not { } unit || !_words.Per.Contains(unit))
            return null;
        _at += glued.Length > 0 ? 1 : 2;
        return number.Groups["value"].Value + unit;
    }

    /// <summary>A word that says how it is taken, who makes it, or nothing.</summary>
    private bool Says()
    {
        if (_words.Forms.TryGetValue(Here, out var route))
            Route ??= route;
        else if (_words.Joiners.Contains(Here) && Names.Count > 0)
            _nameMustFollow = true;
        else if (
            !SaysNoMore()
            && !_words.Makers.Contains(Here)
            && !_words.Salts.Contains(Here)
            && !_words.Per.Contains(Here)
            && _units.CodeOf(Here) is null
        )
            return false;
        return Skip();
    }

    /// <summary>"Extra" after a generic name; "forte" after a brand of one substance; "for cholesterol".</summary>
    private bool SaysNoMore() =>
        Names is [.., var last]
        && (
            (last.Generic && (_words.Variants.Contains(Here) || _words.Purposes.Contains(Here)))
            || (_words.Purposes.Contains(Here) && IsForThat())
            || (
                _words.Strengths.Contains(Here)
                && (last.Generic || (last.Parts.Count == 1 && !last.AnyCountry && !_table.IsFamily(last)))
            )
        );

    /// <summary>"For" stands before it, with nothing between but "the" or a further purpose.</summary>
    private bool IsForThat() =>
        _text
            .Take(_at)
            .Reverse()
            .Select(w => w.Text)
            .SkipWhile(w => !_words.For.Contains(w) && (_words.Purposes.Contains(w) || _words.Forms.ContainsKey(w)))
            .Take(1)
            .Any(_words.For.Contains);

    /// <summary>"gabapentin300mg", "Metoprololsuccinat": two words each, when the first is a listed name.</summary>
    private bool Unglued()
    {
        var name =
            GluedPattern().Match(Here) is { Success: true } glued ? glued.Groups["name"].Value
            : _words.Salts.FirstOrDefault(s => Here.EndsWith(s, StringComparison.Ordinal)) is { } salt
                ? Here[..^salt.Length]
            : "";
        if (name.Length == 0 || _table.Find(name, _country) is null)
            return false;
        var (word, starts) = _text[_at];
        _text[_at] = new Word(name, starts);
        _text.Insert(_at + 1, new Word(word[name.Length..], false));
        return true;
    }

    private void LeaveOver()
    {
        if (Over.Count > 0 && Bare.Count > 0 && Bare[^1] == Over[^1])
            Bare[^1] = Over[^1] += Here;
        else
        {
            Over.Add(Here);
            Bare.Add(Here);
        }

        Skip();
    }

    private bool Skip()
    {
        _at++;
        return true;
    }

    private string? WordAt(int at) => at < _text.Count ? _text[at].Text : null;

    /// <summary>The words, and which of them stand after "/", "+" or a comma.</summary>
    private static List<Word> WordsOf(string written)
    {
        var plain = DecimalCommaPattern().Replace(GroupCommaPattern().Replace(written, ""), ".");
        plain = UnitDotsPattern().Replace(ThousandsPattern().Replace(plain, ""), "$1$2");
        plain = DottedPattern().Replace(plain, " ");
        plain = CapsulePattern().Replace(EveryPattern().Replace(plain, " "), "gelule");
        plain = RatioHyphenPattern().Replace(TimesPattern().Replace(plain, "$1 x "), "/");
        return
        [
            .. SeparatorPattern().Split(plain).SelectMany(p => NameText.Words(p).Select((w, i) => new Word(w, i == 0))),
        ];
    }

    private readonly record struct Word(string Text, bool Starts);

    [GeneratedRegex(@"^(?<value>\d+(\.\d+)?)(?<unit>[^\d.]*)$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[1-9]\d{0,2}\.\d{3}$")]
    private static partial Regex GroupedPattern();

    [GeneratedRegex(@"^(?<name>\p{L}{3,})(?<rest>\d.*)$")]
    private static partial Regex GluedPattern();

    [GeneratedRegex(@"(?<=\b\d{1,3}(,\d{3})*),(?=\d{3}(,\d{3})*\b)")]
    private static partial Regex GroupCommaPattern();

    [GeneratedRegex(@"(?<=\d),(?=\d)")]
    private static partial Regex DecimalCommaPattern();

    [GeneratedRegex(@"(\d)\s*[x×*]\s*(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex TimesPattern();

    /// <summary>"100 000".</summary>
    [GeneratedRegex(@"(?<=\b\d{1,3}) (?=000\b)")]
    private static partial Regex ThousandsPattern();

    /// <summary>"I.E.", "U.I.".</summary>
    [GeneratedRegex(@"\b([IU])\.\s?([EIU])\b\.?", RegexOptions.IgnoreCase)]
    private static partial Regex UnitDotsPattern();

    /// <summary>"b.i.d.", "p.o.".</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d])([bqt]\.\s?i\.\s?d|q\.\s?d|p\.\s?o|p\.\s?r\.\s?n|h\.\s?s|o\.\s?d|b\.\s?b)\b\.?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DottedPattern();

    /// <summary>"c/12h", every so often; "B/28", a box of so many.</summary>
    [GeneratedRegex(@"\b[bc]/\s*(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex EveryPattern();

    /// <summary>French "gél." is a capsule; without its accent it would be a gel.</summary>
    [GeneratedRegex(@"\bgél\b", RegexOptions.IgnoreCase)]
    private static partial Regex CapsulePattern();

    [GeneratedRegex(@"(?<=\d)-(?=\d)")]
    private static partial Regex RatioHyphenPattern();

    [GeneratedRegex(@"[/+&;,|]")]
    private static partial Regex SeparatorPattern();
}
