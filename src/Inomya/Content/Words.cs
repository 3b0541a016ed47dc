using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Content;

/// <summary>Every word a person sees, in one language, by key.</summary>
/// <remarks>
/// A word that a language lacks is taken from English; a key that English lacks is a mistake of ours and throws, so that a test finds it.
/// <c>{name}</c> in a text is replaced by the value given for it. A key with <c>.one</c> and <c>.other</c> is chosen by <see cref="Count"/>.
/// </remarks>
public sealed class Words
{
    /// <summary>The language in which every key exists.</summary>
    public const string Fallback = "en";

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    /// <param name="language">BCP 47 tag of a folder below content/locales, such as "es".</param>
    /// <exception cref="ContentException">The language is not there, or a key stands in two files.</exception>
    public Words(ContentFolder content, string language = Fallback)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language);
        Load(content, Fallback);
        if (language != Fallback)
            Load(content, language);
    }

    public string Language { get; }
    public CultureInfo Culture { get; }

    /// <summary>The languages that content/locales has.</summary>
    public static IReadOnlyList<string> Languages(ContentFolder content) =>
        [.. content.Files("locales", "*.json").Select(f => f.Split('/')[1]).Distinct()];

    public IEnumerable<string> Keys => _texts.Keys;

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">No such key, in this language or in English.</exception>
    public string this[string key] =>
        _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No word for '{key}'.");

    /// <summary>The text of a key with <c>{name}</c> filled in; numbers and days are written as the language writes them.</summary>
    public string this[string key, params (string Name, object? Value)[] values] => Fill(this[key], values);

    /// <summary>The language a key's text is in: this one, or English where this one lacks it. For the attribute <c>lang</c>.</summary>
    public string LanguageOf(string key) => _own.Contains(key) || !Has(key) ? Language : Fallback;

    /// <summary>The text for a number of things: <c>key.one</c>, <c>key.few</c> … <c>key.other</c> as the language counts, with <c>{n}</c> and <paramref name="values"/> filled in.</summary>
    public string Count(string key, int n, params (string Name, object? Value)[] values) =>
        Fill(this[FormOf(key, n)], [("n", n), .. values]);

    /// <summary>A form that the language has no text for is its "other"; a text taken from English counts as English does.</summary>
    private string FormOf(string key, int n)
    {
        var other = $"{key}.{Plurals.Other}";
        var form = $"{key}.{Plurals.Of(LanguageOf(other), n)}";
        return LanguageOf(other) == LanguageOf(form) && Has(form) ? form : other;
    }

    /// <summary>"Sunday 22 November 2026", in this language's order.</summary>
    public string LongDay(LocalDate day) => LocalDatePattern.Create(this["format.day-long"], Culture).Format(day);

    /// <summary>"22 Nov 2026", in this language's order.</summary>
    public string ShortDay(LocalDate day) => LocalDatePattern.Create(this["format.day-short"], Culture).Format(day);

    /// <summary>"14:05": a time of day, on the 24-hour clock in every language, so that a dose at 08:00 is never mistaken for one at 20:00.</summary>
    public string Clock(LocalTime time) => time.ToString("HH:mm", Culture);

    /// <summary>A number with at most this many digits after the point; "not recorded" has no number, so give null to the caller instead.</summary>
    public string Number(double value, int digits = 1) =>
        (Math.Round(value, digits, MidpointRounding.AwayFromZero) + 0.0).ToString(
            "0." + new string('#', digits),
            Culture
        );

    private string Fill(string text, (string Name, object? Value)[] values)
    {
        var filled = new StringBuilder(text);
        foreach (var (name, value) in values)
            filled.Replace("{" + name + "}", Write(value));
        return filled.ToString();
    }

    private string Write(object? value) =>
        value switch
        {
            LocalDate day => ShortDay(day),
            double number => Number(number),
            IFormattable formattable => formattable.ToString(null, Culture),
            _ => value?.ToString() ?? "",
        };

    private void Load(ContentFolder content, string language)
    {
        var files = content.Files($"locales/{language}", "*.json");
        if (files.Count == 0)
            throw new ContentException($"locales/{language}", "there is no such language");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        foreach (var (key, text) in content.ReadWords(file))
        {
            if (!seen.Add(key))
                throw new ContentException(file, $"the key '{key}' stands in two files");
            Set(key, text, language);
        }
    }

    private void Set(string key, string text, string language)
    {
        _texts[key] = text;
        if (language == Language)
            _own.Add(key);
    }
}
