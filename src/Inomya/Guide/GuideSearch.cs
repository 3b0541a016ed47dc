using Inomya.Vocabulary;

namespace Inomya.Guide;

/// <summary>Looks words up in all articles: case and accents do not count, the beginning of a word is enough, and a title goes before a text.</summary>
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
        var words = PlainWords.Of(query ?? "").Select(Stem).Distinct().Take(MostWords).ToList();
        if (words.Count == 0)
            return [];
        var scored = _articles
            .Select(a => (Of: a, Scores: words.Select(w => a.Score(w)).ToList()))
            .Where(a => a.Scores.Any(s => s > 0))
            .ToList();
        var whole = scored.Where(a => a.Scores.All(s => s > 0)).ToList();
        return
        [
            .. (whole.Count > 0 ? whole : scored)
                .OrderByDescending(a => a.Scores.Count(s => s > 0))
                .ThenByDescending(a => a.Scores.Sum())
                .ThenBy(a => a.Of.Article.Id, StringComparer.Ordinal)
                .Take(most)
                .Select(a => new Found(a.Of.Article, Excerpt(a.Of.Article, words))),
        ];
    }

    /// <summary>"flares" is also found by "flare" and the other way round.</summary>
    private static string Stem(string word) => word.Length > 3 && word[^1] == 's' ? word[..^1] : word;

    private static bool Fits(string word, string wanted) =>
        word == wanted || (wanted.Length >= 3 && word.StartsWith(wanted, StringComparison.Ordinal));

    private static List<(string, bool)> Excerpt(Article article, List<string> words)
    {
        bool Hit(string piece) => PlainWords.Of(piece).Any(w => words.Any(wanted => Fits(Stem(w), wanted)));
        var sentences = article
            .Text.Split(['\n', '.', '?', '!'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(s => s.Contains(' '))
            .ToList();
        var best = sentences.Append(article.Summary.TrimEnd('.')).MaxBy(s => s.Split(' ').Count(Hit))!;
        var pieces = new List<(string Text, bool Hit)>();
        foreach (var piece in best.Split(' '))
        {
            if (pieces.Count > 0)
                pieces.Add((" ", false));
            pieces.Add((piece, Hit(piece)));
        }
        return pieces;
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
