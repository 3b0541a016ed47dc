using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Inomya.Web.Hosting;

/// <summary>How this person wants pages to look, from one cookie; so the first byte of a page already has the right colours.</summary>
/// <param name="Theme">One of <see cref="Themes"/>.</param>
/// <param name="TextSize">Per cent, one of <see cref="TextSizes"/>.</param>
/// <param name="Language">BCP 47 tag, such as "en"; the words fall back to English where content has no such language.</param>
/// <param name="Body">How drawn bodies look, one of <see cref="Bodies"/>.</param>
public sealed partial record PageContext(string Theme, int TextSize, string Language, string Body = "middle")
{
    public const string Cookie = "inomya-look";

    /// <summary>"auto" follows the device.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["auto", "light", "dark", "night", "contrast"];

    public static IReadOnlyList<int> TextSizes { get; } = [100, 125, 150, 200];

    public static IReadOnlyList<string> Bodies { get; } = ["middle", "slim", "broad"];

    public static PageContext Usual { get; } = new(Themes[0], TextSizes[0], Words.Fallback);

    /// <summary>What the browser may paint before the stylesheet is there: keeps a dark page from flashing white.</summary>
    public string ColourScheme =>
        Theme switch
        {
            "light" => "light",
            "dark" or "night" or "contrast" => "dark",
            _ => "light dark",
        };

    /// <summary>The look that was chosen; without a choice the usual one, in the first language that the browser asks for and the app has.</summary>
    /// <param name="languages">Tags of the languages there are.</param>
    public static PageContext Of(HttpContext? context, IReadOnlyList<string> languages) =>
        context?.Request.Cookies[Cookie] is { } chosen
            ? Parse(chosen)
            : Usual with
            {
                Language = context is null
                    ? Usual.Language
                    : Asked(context.Request.GetTypedHeaders().AcceptLanguage, languages) ?? Usual.Language,
            };

    /// <summary>The best of what is asked for: the tag itself, or its language without the country.</summary>
    private static string? Asked(IEnumerable<StringWithQualityHeaderValue> asked, IReadOnlyList<string> languages) =>
        asked
            .Where(a => a.Quality is null or > 0)
            .OrderByDescending(a => a.Quality ?? 1)
            .Select(a => a.Value.Value ?? "")
            .Select(tag =>
                languages.FirstOrDefault(l => l.Equals(tag, StringComparison.OrdinalIgnoreCase))
                ?? languages.FirstOrDefault(l => l.Equals(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase))
            )
            .FirstOrDefault(l => l is not null);

    /// <summary>Reads what <see cref="ToString"/> wrote. Anything odd in it is the usual.</summary>
    public static PageContext Parse(string? text)
    {
        var parts = text?.Split('.') ?? [];
        // the cookie of an older version has no body
        return parts.Length is 3 or 4 ? Choose(parts[0], parts[1], parts[2], parts.ElementAtOrDefault(3)) : Usual;
    }

    /// <summary>Takes each choice that exists and the usual one for each that does not.</summary>
    public static PageContext Choose(string? theme, string? size, string? language, string? body = null) =>
        new(
            Themes.Contains(theme) ? theme! : Usual.Theme,
            int.TryParse(size, CultureInfo.InvariantCulture, out var percent) && TextSizes.Contains(percent)
                ? percent
                : Usual.TextSize,
            language is not null && Tag().IsMatch(language) ? language : Usual.Language,
            Bodies.Contains(body) ? body! : Usual.Body
        );

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]
    private static partial Regex Tag();

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Theme}.{TextSize}.{Language}.{Body}");
}
