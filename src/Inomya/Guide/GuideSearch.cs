using Inomya.Vocabulary;

namespace Inomya.Guide;

/// <summary>
/// Looks words up in all articles: case and accents do not count, the beginning of a word is enough, and a title goes
/// before a text.
/// </summary>
/// <remarks>Articles with every word come first; where there is none, those with some of them.</remarks>
internal sealed class GuideSearch(IReadOnlyList<Article> articles)
{
    /// <summary>More words than this are left out: nobody asks so much, and each costs time.</summary>
    private const int MostWords = 12;

    // a word in the title weighs more than any number of words in the text can
    private const double InTitle = 1000,
        InSummary = 40,
        InText = 2,
        Beginning = 0.7;
    private const int MostCounted = 5;

    private readonly List<Indexed> _articles =
    [
        .. articles.Select(a => new Indexed(
            a,
            PlainWords.Of(a.Title),
            PlainWords.Of(a.Summary),
            PlainWords.Of(a.Text)
        )),
    ];

    /// <summary>The articles that fit, the best first; none for an empty question.</summary>
    public IReadOnlyList<Found> Find(string? query, int most)
    {
        var words = WordsOf(query ?? "");
        if (words.Count == 0)
            return [];
        return
        [
            .. Fitting(words)
                .OrderByDescending(m => m.WordsFound)
                .ThenByDescending(m => m.Total)
                .ThenBy(m => m.Article.Id, StringComparer.Ordinal)
                .Take(most)
                .Select(m => new Found(m.Article, Excerpt(m.Article, words))),
        ];
    }

    private static List<string> WordsOf(string query) =>
        [.. PlainWords.Of(query).Select(Stem).Distinct().Take(MostWords)];

    /// <summary>The articles with every word; where there is none, those with some of them.</summary>
    private List<Match> Fitting(List<string> words)
    {
        var some = _articles
            .Select(a => new Match(a.Article, [.. words.Select(a.Score)]))
            .Where(m => m.WordsFound > 0)
            .ToList();
        var whole = some.Where(m => m.WordsFound == words.Count).ToList();
        return whole.Count > 0 ? whole : some;
    }

    /// <summary>"flares" is also found by "flare" and the other way round.</summary>
    private static string Stem(string word) => word.Length > 3 && word[^1] == 's' ? word[..^1] : word;

    private static bool Fits(string word, string wanted) =>
        word == wanted || (wanted.Length >= 3 && word.StartsWith(wanted, StringComparison.Ordinal));

    /// <summary>The sentence with most of the words, the first of those with as many.</summary>
    private static List<(string, bool)> Excerpt(Article article, List<string> words)
    {
        bool Hit(string piece) => PlainWords.Of(piece).Any(w => words.Any(wanted => Fits(Stem(w), wanted)));
        return Marked(Sentences(article).MaxBy(s => s.Split(' ').Count(Hit))!, Hit);
    }

    /// <summary>The words and the spaces between them, with those words marked that hit.</summary>
    private static List<(string Text, bool Hit)> Marked(string sentence, Func<string, bool> hit)
    {
        var pieces = new List<(string Text, bool Hit)>();
        foreach (var piece in sentence.Split(' '))
        {
            if (pieces.Count > 0)
                pieces.Add((" ", false));
            pieces.Add((piece, hit(piece)));
        }
        return pieces;
    }

    /// <summary>Of the text, but for single words, then the summary: an article without a text has one too.</summary>
    private static IEnumerable<string> Sentences(Article article) =>
        article
            .Text.Split(['\n', '.', '?', '!'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(s => s.Contains(' '))
            .Append(article.Summary.TrimEnd('.'));

    private sealed record Match(Article Article, IReadOnlyList<double> Scores)
    {
        public int WordsFound { get; } = Scores.Count(s => s > 0);
        public double Total { get; } = Scores.Sum();
    }

    private sealed record Indexed(Article Article, List<string> Title, List<string> Summary, List<string> Text)
    {
        public double Score(string wanted) =>
            Best(Title, wanted) * InTitle
            + Best(Summary, wanted) * InSummary
            + Math.Min(MostCounted, Text.Count(w => Fits(w, wanted))) * InText;

        private static double Best(List<string> words, string wanted) =>
            words.Any(w => Stem(w) == wanted) ? 1
            : words.Any(w => Fits(w, wanted)) ? Beginning
            : 0;
    }
}
