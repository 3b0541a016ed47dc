using System.Globalization;
using System.Text.RegularExpressions;

namespace Inomya.Laboratory;

/// <summary>A unit of a laboratory result: UCUM as far as laboratories use it, read also as they print it ("µg/dl", "10^9/l", "IU/mL").</summary>
/// <remarks>
/// International and other arbitrary units are a dimension of their own each, so 5 [IU]/L is never 5 cells a litre. The mole is one too: mass and
/// amount meet only through the molar mass of the substance (<see cref="LabTest.Convert"/>).
/// </remarks>
public sealed partial record LabUnit
{
    private static readonly Dictionary<string, (double Factor, string Dimension)> Atoms = new(StringComparer.Ordinal)
    {
        ["g"] = (1, "mass"),
        ["mol"] = (1, "amount"),
        ["L"] = (1, "volume"),
        ["m"] = (1, "length"),
        ["s"] = (1, "time"),
        ["min"] = (60, "time"),
        ["h"] = (3600, "time"),
        ["d"] = (86400, "time"),
        ["U"] = (1e-6 / 60, "catalysis"),
        ["kat"] = (1, "catalysis"),
        ["[IU]"] = (1, "international unit"),
        ["eq"] = (1, "equivalent"),
        ["%"] = (0.01, ""),
        ["1"] = (1, ""),
        ["deg"] = (1, "angle"),
    };

    private static readonly Dictionary<char, double> Prefixes = new()
    {
        ['k'] = 1e3,
        ['d'] = 1e-1,
        ['c'] = 1e-2,
        ['m'] = 1e-3,
        ['u'] = 1e-6,
        ['n'] = 1e-9,
        ['p'] = 1e-12,
        ['f'] = 1e-15,
    };

    /// <summary>As laboratories print it; a capital G or T before the litre counts cells.</summary>
    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["G/L"] = "10*9/L",
        ["Gpt/L"] = "10*9/L",
        ["T/L"] = "10*12/L",
        ["Tpt/L"] = "10*12/L",
        ["K/uL"] = "10*3/uL",
        ["M/uL"] = "10*6/uL",
        ["thou/uL"] = "10*3/uL",
        ["mm/hr"] = "mm/h",
        ["mm/1h"] = "mm/h",
        ["mm/1.h"] = "mm/h",
        ["sec"] = "s",
        ["gm/dL"] = "g/dL",
        ["cells/uL"] = "/uL",
        ["cel/uL"] = "/uL",
        ["mil/uL"] = "10*3/uL",
        ["Tsd/uL"] = "10*3/uL",
        ["THOU/uL"] = "10*3/uL",
        ["THOUS/uL"] = "10*3/uL",
        ["Thou/uL"] = "10*3/uL",
        ["thous/uL"] = "10*3/uL",
        ["x10E3/uL"] = "10*3/uL",
        ["MIL/uL"] = "10*6/uL",
        ["MILL/uL"] = "10*6/uL",
        ["mill/uL"] = "10*6/uL",
    };

    /// <summary>Signs that laboratories print in place of those of UCUM; to be replaced in this order.</summary>
    private static readonly (string From, string To)[] PrintedSigns =
    [
        ("µ", "u"),
        ("μ", "u"),
        ("mcg", "ug"),
        (" ", ""),
        ("[iU]", "[IU]"),
        ("²", "2"),
        ("³", "3"),
        ("⁹", "^9"),
        ("⁶", "^6"),
    ];

    private static readonly (string From, string To)[] PrintedUnits =
    [
        ("/mm3", "/uL"),
        ("/cumm", "/uL"),
        ("mEq", "meq"),
    ];

    /// <summary>How people write numbers and what stands in brackets.</summary>
    private static readonly (string From, string To)[] ShownNumbers =
    [
        ("[IU]", "IU"),
        ("10*9", "10⁹"),
        ("10*12", "10¹²"),
        ("10*3", "10³"),
        ("10*6", "10⁶"),
        ("{1.73_m2}", "1.73 m²"),
    ];

    /// <summary>How people write what UCUM has no sign for.</summary>
    private static readonly (string From, string To)[] ShownUnits =
    [
        ("umol", "µmol"),
        ("ug", "µg"),
        ("uL", "µL"),
        ("uIU", "µIU"),
        ("ukat", "µkat"),
        ("deg", "°"),
    ];

    private LabUnit(string code, double factor, IReadOnlyDictionary<string, int> dimensions) =>
        (Code, Factor, Dimensions) = (code, factor, dimensions);

    /// <summary>The UCUM code.</summary>
    public string Code { get; }

    /// <summary>What 1 of it is in grams, moles, litres, metres and seconds.</summary>
    internal double Factor { get; }

    /// <summary>Power of each dimension that is not 0.</summary>
    internal IReadOnlyDictionary<string, int> Dimensions { get; }

    /// <summary>Reads a unit; null when it is none that we know: such a result is kept as it is and never converted.</summary>
    public static LabUnit? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var code = Tidy(text.Trim());
        var (factor, dimensions, sign) = (1.0, new Dictionary<string, int>(StringComparer.Ordinal), 1);
        foreach (Match part in Parts().Matches(Annotation().Replace(code, "")))
        {
            if (part.Groups["slash"].Success)
                sign = -1;
            else if (part.Groups["dot"].Success)
                sign = 1;
            else if (Component(part.Value) is not { } read)
                return null;
            else
            {
                factor *= Math.Pow(read.Factor, sign);
                AddPowers(dimensions, read.Powers, sign);
            }
        }
        return new LabUnit(code, factor, WithoutNothing(dimensions));
    }

    private static void AddPowers(
        Dictionary<string, int> dimensions,
        IReadOnlyList<(string Dimension, int Power)> powers,
        int sign
    )
    {
        foreach (var (dimension, power) in powers)
            dimensions[dimension] = dimensions.GetValueOrDefault(dimension) + sign * power;
    }

    /// <summary>Without what cancelled out and without plain numbers.</summary>
    private static Dictionary<string, int> WithoutNothing(Dictionary<string, int> dimensions) =>
        dimensions
            .Where(d => d.Value != 0 && d.Key.Length > 0)
            .ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal);

    /// <summary>How people write it: "µg/L", "10⁹/L".</summary>
    public static string Show(string? code) =>
        code is null or "1" ? "" : Replaced(Annotation().Replace(Replaced(code, ShownNumbers), ""), ShownUnits);

    private static string Replaced(string text, (string From, string To)[] replacements)
    {
        foreach (var (from, to) in replacements)
            text = text.Replace(from, to, StringComparison.Ordinal);
        return text;
    }

    private static (double Factor, IReadOnlyList<(string Dimension, int Power)> Powers)? Component(string text)
    {
        if (PlainNumber(text) is { } number)
            return (number, []);
        var power = PowerOf(text);
        return Atom(power == 1 ? text : text[..^1]) is { } atom
            ? (Math.Pow(atom.Factor, power), [(atom.Dimension, power)])
            : null;
    }

    private static int PowerOf(string text) => text.Length > 1 && text[^1] is '2' or '3' ? text[^1] - '0' : 1;

    private static double? PlainNumber(string text)
    {
        if (TenTo().Match(text) is { Success: true } ten)
            return Math.Pow(10, int.Parse(ten.Groups["power"].Value, CultureInfo.InvariantCulture));
        return
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number > 0
            ? number
            : null;
    }

    /// <summary>A unit without a power, with or without a prefix.</summary>
    private static (double Factor, string Dimension)? Atom(string text)
    {
        if (Atoms.TryGetValue(text, out var atom))
            return atom;
        return
            text.Length > 1
            && Prefixes.TryGetValue(text[0], out var prefix)
            && TakesPrefix(text[1..])
            && Atoms.TryGetValue(text[1..], out atom)
            ? (prefix * atom.Factor, atom.Dimension)
            : null;
    }

    private static bool TakesPrefix(string atom) => atom is not ("1" or "%" or "min" or "h" or "d" or "deg");

    /// <summary>What laboratories print, as UCUM writes it.</summary>
    private static string Tidy(string text)
    {
        var tidy = Capitals().Replace(Replaced(text, PrintedSigns), InSmallLetters);
        tidy = Body().Replace(tidy, "/{1.73_m2}");
        tidy = CountOf().Replace(tidy, "10*${power}");
        tidy = International().Replace(tidy, "${prefix}[IU]");
        tidy = Litre().Replace(tidy, "${prefix}L");
        tidy = Replaced(tidy, PrintedUnits);
        return Spoken.GetValueOrDefault(tidy, tidy);
    }

    /// <summary>Machines that know only capitals print MG/DL; a mole or a gram is never counted by the million there.</summary>
    private static string InSmallLetters(Match part) =>
        part.Groups["prefix"].Value.ToLowerInvariant()
        + part.Groups["atom"].Value switch
        {
            "G" => "g",
            "MOL" => "mol",
            "EQ" => "eq",
            var atom => atom,
        };

    [GeneratedRegex(
        @"(?<![A-Za-z*])(?<prefix>[KDCMUNPF])(?<atom>G|MOL|L|IU|UI|EQ)(?![A-Za-z])|(?<![A-Za-z*])(?<prefix>)(?<atom>MOL|EQ|G(?=/[DM]L))(?![A-Za-z])"
    )]
    private static partial Regex Capitals();

    [GeneratedRegex(@"(?<slash>/)|(?<dot>\.(?!\d))|[^/.]+(\.\d+)?")]
    private static partial Regex Parts();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Annotation();

    [GeneratedRegex(@"^10[*^](?<power>\d{1,2})$")]
    private static partial Regex TenTo();

    [GeneratedRegex(@"/\{?1[.,]73[_.]?m2\}?$")]
    private static partial Regex Body();

    [GeneratedRegex(@"^[x×*]?10(\^|\*|\*\*|E\+?)?(?<power>3|6|9|12)(?=/)")]
    private static partial Regex CountOf();

    [GeneratedRegex(@"(?<![\[A-Za-z])(?<prefix>[kmunp]?)(IU|iu|UI|ui)(?![\]A-Za-z])")]
    private static partial Regex International();

    [GeneratedRegex(@"(?<![A-Za-z])(?<prefix>[dcmunpf]?)l(?![A-Za-z])")]
    private static partial Regex Litre();
}
