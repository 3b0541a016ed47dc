using System.Globalization;
using System.Text.RegularExpressions;

namespace Inomya.Medicines;

/// <summary>A written name taken apart: listed names, the strengths beside them, and words that are neither.</summary>
/// <remarks>
/// Every word must be accounted for: a listed name, a strength, or a word that says nothing of the substance.
/// One word that is left over means that the name was not read. Once a name stands with its strength and it is told how
/// it is taken, further words are directions, as long as they cannot be one more medicine.
/// </remarks>
internal sealed partial class NameScan
{
    private readonly NameTable _table;
    private readonly NameWords _words;
    private readonly DoseUnits _units;
    private readonly string? _country;
    private readonly List<WrittenWord> _text;
    private readonly List<string> _ratio = [];
    private int _at;
    private int _brandEnds;
    private bool _saltMayFollow;
    private bool _nameMustFollow;
    private bool _numberStands;
    private bool _strengthStands;
    private bool _directed;

    private NameScan(NameTable table, NameWords words, DoseUnits units, string? country, string written)
    {
        (_table, _words, _units, _country) = (table, words, units, country);
        _text = WrittenWords.Of(written);
        while (_at < _text.Count)
            if (!(Salt() || Name() || Number() || Says() || Unglued() || Directs()))
                LeaveOver();
        if (_nameMustFollow)
            Over.Add(_text[^1].Text);
        LeaveOutWhatFor();
    }

    /// <summary>The listed names, in the order they stand.</summary>
    public List<Named> Names { get; } = [];

    /// <summary>
    /// What one unit of the medicine holds; null for an amount that says something else (a concentration).
    /// </summary>
    public List<Amount?> Amounts { get; } = [];

    /// <summary>What is not understood, words that stand together as one.</summary>
    public List<string> Over { get; } = [];

    /// <summary>What was taken for a part of the directions.</summary>
    public List<string> Directions { get; } = [];

    /// <summary>The words that may be part of a name: no amounts, no forms.</summary>
    public List<string> Bare { get; } = [];

    public string? Route { get; private set; }

    /// <summary>"(potassium)" behind a name says which salt it is.</summary>
    public bool OnlySalts => _text.TrueForAll(w => _words.Salts.Contains(w.Text));

    /// <summary>"(hayfever)" says what it is taken for.</summary>
    public bool OnlyPurpose =>
        _text.TrueForAll(w => _words.Purposes.Contains(w.Text) || _words.Forms.ContainsKey(w.Text));

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
        if (Longest() is not { } listed)
            return false;
        var from = _at;
        if (listed.Named.IsCondition && from > 0 && from == _brandEnds)
            return false; // "Tylenol Arthritis": a brand may hold something else under such a word
        Bare.Add(listed.Key);
        _at += listed.Words;
        _ratio.Clear();
        if (!IsLeftOut(from))
            Take(listed.Named);
        return true;
    }

    /// <summary>Of the listed names that begin here the longest; null when none does.</summary>
    private Listed? Longest()
    {
        for (var words = Math.Min(_table.MostWords, _text.Count - _at); words > 0; words--)
        {
            var written = _text.GetRange(_at, words);
            var key = string.Concat(written.Select(w => w.Text));
            if (_table.Find(key, _country) is { } named && !AreDirections(written))
                return new Listed(key, words, named);
        }

        return null;
    }

    /// <summary>French "à la demande" is not ALA, lipoic acid; "trt" behind a name is a treatment, no testosterone.</summary>
    private bool AreDirections(List<WrittenWord> written) =>
        written.TrueForAll(w => _words.Forms.ContainsKey(w.Text))
        && (
            written.Count == 1
                ? Names.Count > 0 && !_nameMustFollow && !written[0].Starts
                : written.TrueForAll(w => w.Text.Length < 3)
        );

    private void Take(Named named)
    {
        (_saltMayFollow, _nameMustFollow) = (named.IsMedicine, false);
        if (!named.IsCondition)
            _numberStands = _strengthStands = _directed = false;
        if (!named.Generic)
            _brandEnds = _at;
        Names.Add(named);
    }

    /// <summary>A condition beside a medicine is what it is taken for.</summary>
    private void LeaveOutWhatFor()
    {
        if (Names.Any(n => !n.IsCondition))
            Names.RemoveAll(n => n.IsCondition);
    }

    /// <summary>"Caffeine-free", "sans caféine": what is named is not in it.</summary>
    private bool IsLeftOut(int from) =>
        (from > 0 && _words.Without.Contains(_text[from - 1].Text))
        || TellsWhen(from)
        || (WordAt(_at) is { } next && !_text[_at].Starts && _words.Free.Contains(next));

    /// <summary>"5 mg once a week, the day after MTX": another medicine tells when this one is taken.</summary>
    private bool TellsWhen(int from) =>
        _strengthStands
        && !HasAmount(_at)
        && _text
            .GetRange(0, from)
            .TakeLast(2)
            .Reverse()
            .SkipWhile(w => w.Text.Length < 4 && _words.Forms.ContainsKey(w.Text) && !_words.Around.Contains(w.Text))
            .Take(1)
            .Any(w => _words.Around.Contains(w.Text));

    private bool HasAmount(int at) =>
        FigureAt(at) is { Beside: { } unit } && _units.CodeOf(unit) is { } code && !_units.IsCount(code);

    /// <summary>"60", "60 mg", "60mg", "24 hr", "30x".</summary>
    private bool Number()
    {
        if (FigureHere() is not { } figure)
            return false;
        if (figure.Beside is { } unit && _units.CodeOf(unit) is { } code)
            TakeAmount(figure, code);
        else if (figure.Glued && !MayBeGlued(figure.Beside!))
            return false;
        else
            TakeNumber(figure);
        (_saltMayFollow, _numberStands) = (false, true);
        return true;
    }

    private Figure? FigureHere() => FigureAt(_at);

    private Figure? FigureAt(int at)
    {
        if (WordAt(at) is not { } word || NumberPattern().Match(word) is not { Success: true } number)
            return null;
        var (value, glued) = (number.Groups["value"].Value, number.Groups["unit"].Value);
        return glued.Length > 0 ? new Figure(value, glued, true) : new Figure(value, WordAt(at + 1), false);
    }

    private void TakeAmount(Figure figure, string code)
    {
        _at += figure.Words;
        if (!_units.IsCount(code))
        {
            AddAmounts(figure.Value, code);
            return;
        }

        _ratio.Clear(); // "1/2 tablet" is how much is taken
        _directed |= _strengthStands;
    }

    /// <summary>A number without a unit is an amount only when one follows that has a unit.</summary>
    private void TakeNumber(Figure figure)
    {
        _directed |= _strengthStands;
        if (!figure.Glued && StartsAt(_at + 1))
            _ratio.Add(Here);
        _at += figure.Beside is { } next && _words.Per.Contains(next) ? figure.Words : 1;
    }

    /// <summary>"24h", "30tablets".</summary>
    private bool MayBeGlued(string glued) => _words.Per.Contains(glued) || _words.Forms.ContainsKey(glued);

    /// <summary>"37.5/325 mg" is two amounts of one unit.</summary>
    private void AddAmounts(string written, string code)
    {
        var per = Per();
        _strengthStands = Names.Count > 0;
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
        if (!StartsAt(_at))
            return null;
        if (_words.Per.Contains(Here) || _units.CodeOf(Here) is not null)
            return _text[_at++].Text;
        if (FigureHere() is not { Beside: { } unit } figure || !_words.Per.Contains(unit))
            return null;
        _at += figure.Words;
        return figure.Value + unit;
    }

    /// <summary>A word that says how it is taken, who makes it, or nothing.</summary>
    private bool Says()
    {
        if (_words.Forms.TryGetValue(Here, out var route) || _words.IsCutShort(_text[_at], out route))
            SaysForm(route);
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
        _ratio.Clear();
        return Skip();
    }

    private void SaysForm(string? route)
    {
        Route ??= route;
        _directed |= _numberStands && _words.Directions.Contains(Here);
        _strengthStands |= _numberStands;
    }

    /// <summary>
    /// "Extra" after a generic name; "forte" after a brand of one substance, "night" after such a one and its amount;
    /// "for cholesterol".
    /// </summary>
    private bool SaysNoMore() =>
        Names is [.., var last]
        && (
            (last.Generic && (_words.Variants.Contains(Here) || _words.Purposes.Contains(Here)))
            || (_words.Purposes.Contains(Here) && IsForThat())
            || SaysHowMuch(last)
        );

    private bool SaysHowMuch(Named named) =>
        (_words.Strengths.Contains(Here) && (named.Generic || (named.Parts.Count == 1 && IsSoldAsOne(named))))
        || (_words.Times.Contains(Here) && _numberStands && IsSoldAsOne(named));

    /// <summary>Whatever stands behind such a name, it holds the same.</summary>
    private bool IsSoldAsOne(Named named) => named.Generic || (!named.AnyCountry && !_table.IsFamily(named));

    /// <summary>A word that is not known, behind "1 tablet" or "twice", where no further medicine can stand.</summary>
    private bool Directs()
    {
        if (!(_directed || (_strengthStands && char.IsDigit(Here[0]))) || MayBeMedicine())
            return false;
        _directed = true;
        Directions.Add(Here);
        return Skip();
    }

    /// <summary>It is joined to what stands before, has an amount of its own, or may tell another composition.</summary>
    private bool MayBeMedicine() =>
        (Here.Length > 2 && (_text[_at].Starts || _words.And.Contains(_text[_at - 1].Text)))
        || HasAmount(_at + 1)
        || _words.Variants.Contains(Here)
        || _words.Strengths.Contains(Here)
        || _words.Joiners.Contains(Here)
        || !Names.TrueForAll(IsSoldAsOne);

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
        var name = NameGluedHere();
        if (name.Length == 0 || _table.Find(name, _country) is null)
            return false;
        var (word, starts, cut) = _text[_at];
        _text[_at] = new WrittenWord(name, starts);
        _text.Insert(_at + 1, new WrittenWord(word[name.Length..], false, cut));
        return true;
    }

    /// <summary>What stands before a number or a salt in one word; empty when neither is there.</summary>
    private string NameGluedHere() =>
        GluedPattern().Match(Here) is { Success: true } glued ? glued.Groups["name"].Value
        : _words.Salts.FirstOrDefault(s => Here.EndsWith(s, StringComparison.Ordinal)) is { } salt
            ? Here[..^salt.Length]
        : "";

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

    private bool StartsAt(int at) => at < _text.Count && _text[at].Starts;

    private readonly record struct Listed(string Key, int Words, Named Named);

    /// <summary>A number, with the word that stands beside it where there is one.</summary>
    private readonly record struct Figure(string Value, string? Beside, bool Glued)
    {
        /// <summary>How many words the two are.</summary>
        public int Words => Glued ? 1 : 2;
    }

    [GeneratedRegex(@"^(?<value>\d+(\.\d+)?)(?<unit>[^\d.]*)$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[1-9]\d{0,2}\.\d{3}$")]
    private static partial Regex GroupedPattern();

    [GeneratedRegex(@"^(?<name>\p{L}{3,})(?<rest>\d.*)$")]
    private static partial Regex GluedPattern();
}
