using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Vocabulary;

namespace Inomya.Web.Checkins;

/// <summary>Reads answers from a line of text, as a browser's dictation writes it: "my pain was seven, sleep 6 hours, tired eight".</summary>
/// <remarks>A name, then the number after it. Words between are passed over; a name without a number and a number without a name are told, never guessed.</remarks>
public static partial class SaidAnswers
{
    private const int LargestNumberWord = 12;

    /// <summary>The answers by measure, and what could not be understood, as it was said.</summary>
    public static (IReadOnlyDictionary<string, double> Answers, IReadOnlyList<string> NotUnderstood) Read(
        string text,
        IEnumerable<Measure> measures,
        Words words
    )
    {
        var names = measures
            .SelectMany(m => NamesOf(m, words).Select(n => (Name: Tokens(n), Measure: m.Id)))
            .OrderByDescending(n => n.Name.Length)
            .ToList();
        var numbers = NumberWords(words);
        var (answers, unclear) = (new Dictionary<string, double>(), new List<string>());
        (string Measure, string Said)? open = null;
        var said = Tokens(text);
        for (var at = 0; at < said.Length; )
        {
            if (
                names.FirstOrDefault(n => said.AsSpan(at).StartsWith(n.Name)) is
                { Name: { Length: > 0 } name, Measure: var measure }
            )
            {
                if (open is { } before)
                    unclear.Add(before.Said);
                open = (measure, string.Join(' ', name));
                at += name.Length;
                continue;
            }
            if (NumberOf(said[at], numbers) is { } number)
            {
                if (open is { } asked)
                    answers[asked.Measure] = number;
                else
                    unclear.Add(said[at]);
                open = null;
            }
            at++;
        }
        if (open is { } last)
            unclear.Add(last.Said);
        if (answers.Count == 0 && unclear.Count == 0 && said.Length > 0)
            unclear.Add(text.Trim());
        return (answers, unclear);
    }

    private static IEnumerable<string> NamesOf(Measure measure, Words words) =>
        [words.NameOf(measure), .. words.WordOf(measure, "said")?.Split('|') ?? []];

    private static Dictionary<string, double> NumberWords(Words words) =>
        Enumerable
            .Range(0, LargestNumberWord + 1)
            .SelectMany(n => words[$"number.{n}"].Split('|').Select(w => (w, n)))
            .ToDictionary(w => w.w.ToLower(words.Culture), w => (double)w.n);

    private static double? NumberOf(string token, Dictionary<string, double> numbers) =>
        numbers.TryGetValue(token, out var known) ? known
        : double.TryParse(
            token.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var digits
        )
            ? digits
        : null;

    private static string[] Tokens(string text) => [.. Token().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    [GeneratedRegex(@"\d+(?:[.,]\d+)?|\p{L}+")]
    private static partial Regex Token();
}
