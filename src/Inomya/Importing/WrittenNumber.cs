using System.Globalization;
using System.Text.RegularExpressions;

namespace Inomya.Importing;

/// <summary>
/// A number as people and programs write it, read as what it can be: 2.1 is never 21, since a group of thousands has
/// three figures.
/// </summary>
/// <param name="WithPoint">What it is if the point stands before the fraction; null where it cannot be so.</param>
/// <param name="WithComma">What it is if the comma does.</param>
public readonly partial record struct WrittenNumber(double? WithPoint, double? WithComma)
{
    public static WrittenNumber Of(string text)
    {
        var plain = Spaces().Replace(text.Trim(), "").Replace('\u2212', '-');
        return new(Read(plain), Read(Swapped(plain)));
    }

    /// <summary>It is one number only, however the file writes its numbers.</summary>
    public bool IsSure => WithPoint is null || WithComma is null || WithPoint == WithComma;

    public bool IsNone => WithPoint is null && WithComma is null;

    /// <summary>It shows that the file writes fractions with a point.</summary>
    internal bool ShowsPoint => WithPoint is not null && WithComma is null;

    internal bool ShowsComma => WithComma is not null && WithPoint is null;

    private static double? Read(string plain) =>
        Number().IsMatch(plain)
        && double.TryParse(
            plain.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        )
        && double.IsFinite(number)
            ? number
            : null;

    private static string Swapped(string text) => string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = from[i] switch
                {
                    ',' => '.',
                    '.' => ',',
                    var c => c,
                };
        });

    /// <summary>Figures, in groups of three or not, and a fraction; a group does not begin with nothing before it.</summary>
    [GeneratedRegex(@"^[+-]?(([1-9][0-9]{0,2}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?$")]
    private static partial Regex Number();

    /// <summary>What parts groups of thousands and is no mark of a fraction.</summary>
    [GeneratedRegex(@"(?<=[0-9])[ \u00A0\u2009\u202F'\u2019](?=[0-9]{3}(?![0-9]))")]
    private static partial Regex Spaces();
}
