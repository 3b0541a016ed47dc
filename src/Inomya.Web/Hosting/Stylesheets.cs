using System.Text.RegularExpressions;

namespace Inomya.Web.Hosting;

/// <summary>Makes the files of Design/Styles into the one stylesheet that is sent.</summary>
internal static partial class Stylesheets
{
    private const string Dark = ":root[data-theme=\"dark\"] {";
    private const string Auto = ":root[data-theme=\"auto\"] {";

    /// <summary>Joined in the order given, without comments and indentation.</summary>
    /// <remarks>The dark colours are written once and sent twice: for those who chose them, and for "auto" on a device set to dark.</remarks>
    public static string Bundle(IEnumerable<string> sheets)
    {
        var css = Compact(string.Join('\n', sheets));
        var start = css.IndexOf(Dark, StringComparison.Ordinal);
        if (start < 0)
            return css;
        var end = css.IndexOf('}', start) + 1;
        var colours = css[(start + Dark.Length)..end];
        return $"{css[..end]}\n@media (prefers-color-scheme: dark) {{\n{Auto}{colours}\n}}{css[end..]}";
    }

    private static string Compact(string css) => Blank().Replace(Comment().Replace(css, ""), "\n").Trim();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\n\s*")]
    private static partial Regex Blank();
}
