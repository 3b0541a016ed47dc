using System.Globalization;
using Inomya.Content;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Hosting;

/// <summary>How this person wants pages to look, from one cookie; so the first byte of a page already has the right colours.</summary>
/// <param name="Theme">One of <see cref="Themes"/>.</param>
/// <param name="TextSize">Per cent, one of <see cref="TextSizes"/>.</param>
/// <param name="Language">BCP 47 tag, such as "en"; the words fall back to English where content has no such language.</param>
/// <param name="Body">How drawn bodies look, one of <see cref="Bodies"/>.</param>
public sealed record PageContext(string Theme, int TextSize, string Language, string Body = "middle")
{
    public const string Cookie = "inomya-look";

    /// <summary>"auto" follows the device.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["auto", "light", "dark", "night", "contrast"];

    public static IReadOnlyList<int> TextSizes { get; } = [100, 125, 150, 200];

    public static IReadOnlyList<string> Bodies { get; } = ["middle", "slim", "broad"];

    public static PageContext Usual { get; } = new(Themes[0], TextSizes[0], Words.Fallback);

    /// <summary>What the browser may paint before the stylesheet is there: keeps a dark page from flashing white.</summary>
    public string ColourScheme => Theme switch
    {
        "light" => "light",
        "dark" or "night" or "contrast" => "dark",
        _ => "light dark",
    };

    /// <summary>"ltr" or "rtl".</summary>
    public string Direction => CultureInfo.GetCultureInfo(Language).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    public static PageContext Of(HttpContext? context) => Parse(context?.Request.Cookies[Cookie]);

    /// <summary>Reads what <see cref="ToString"/> wrote. Anything odd in it is the usual.</summary>
    public static PageContext Parse(string? text)
    {
        var parts = text?.Split('.') ?? [];
        // the cookie of an older version has no body
        return parts.Length is 3 or 4 ? Choose(parts[0], parts[1], parts[2], parts.ElementAtOrDefault(3)) : Usual;
    }

    /// <summary>Takes each choice that exists and the usual one for each that does not.</summary>
    public static PageContext Choose(string? theme, string? size, string? language, string? body = null) => new(
        Themes.Contains(theme) ? theme! : Usual.Theme,
        int.TryParse(size, CultureInfo.InvariantCulture, out var percent) && TextSizes.Contains(percent) ? percent : Usual.TextSize,
        language is { Length: 2 } && language.All(char.IsAsciiLetterLower) ? language : Usual.Language,
        Bodies.Contains(body) ? body! : Usual.Body);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Theme}.{TextSize}.{Language}.{Body}");
}
