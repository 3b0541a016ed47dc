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
        var names = NamesIn(measures, words);
        var numbers = NumberWords(words);
        var said = Tokens(text);
        var hearing = new Hearing();
        for (var at = 0; at < said.Length; )
        {
            if (names.FirstOrDefault(n => said.AsSpan(at).StartsWith(n.Words)) is { Words.Length: > 0 } name)
            {
                hearing.Name(name);
                at += name.Words.Length;
                continue;
            }
            if (NumberOf(said[at], numbers) is { } number)
                hearing.Number(number, said[at]);
            at++;
        }
        hearing.End();
        if (hearing.IsNothing && said.Length > 0)
            hearing.Unclear.Add(text.Trim());
        return (hearing.Answers, hearing.Unclear);
    }

    private sealed record SpokenName(string[] Words, string Measure);

    /// <summary>What was understood so far.</summary>
    private sealed class Hearing
    {
        /// <summary>A name that still waits for its number.</summary>
        private SpokenName? _open;

        public Dictionary<string, double> Answers { get; } = [];
        public List<string> Unclear { get; } = [];

        public bool IsNothing => Answers.Count == 0 && Unclear.Count == 0;

        public void Name(SpokenName name)
        {
            End();
            _open = name;
        }

        public void Number(double number, string said)
        {
            if (_open is null)
                Unclear.Add(said);
            else
                Answers[_open.Measure] = number;
            _open = null;
        }

        public void End()
        {
            if (_open is not null)
                Unclear.Add(string.Join(' ', _open.Words));
        }
    }

    /// <summary>Longest first: a name may be the beginning of another.</summary>
    private static List<SpokenName> NamesIn(IEnumerable<Measure> measures, Words words) =>
        [
            .. measures
                .SelectMany(m => NamesOf(m, words).Select(n => new SpokenName(Tokens(n), m.Id)))
                .OrderByDescending(n => n.Words.Length),
        ];

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
