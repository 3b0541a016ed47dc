using System.Security.Cryptography;
using System.Text;
using Inomya.Content;

namespace Inomya.Guide;

/// <summary>The articles of the guide in one language.</summary>
public sealed class GuideBook
{
    private readonly Dictionary<string, Article> _byId;
    private readonly GuideSearch _search;

    /// <exception cref="ContentException">An article cannot be used.</exception>
    public GuideBook(ContentFolder content, string language)
    {
        Articles = [.. Read(content, language)];
        _byId = Articles.ToDictionary(a => a.Id, StringComparer.Ordinal);
        _search = new GuideSearch(Articles);
        Version = VersionOf(Articles);
    }

    /// <summary>In order of file name.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>Changes when any article does.</summary>
    public string Version { get; }

    /// <summary>By id; null when there is none.</summary>
    public Article? Find(string id) => _byId.GetValueOrDefault(id);

    /// <inheritdoc cref="GuideSearch.Find"/>
    public IReadOnlyList<Found> Search(string? query, int most = 10) => _search.Find(query, most);

    private static IEnumerable<Article> Read(ContentFolder content, string language)
    {
        var translated = content
            .Files($"guide/{language}", "*.md")
            .ToDictionary(f => Path.GetFileName(f)!, StringComparer.Ordinal);
        foreach (var file in content.Files($"guide/{Words.Fallback}", "*.md"))
            yield return translated.TryGetValue(Path.GetFileName(file), out var own)
                ? ArticleReader.Read(content, language, own)
                : ArticleReader.Read(content, Words.Fallback, file);
    }

    private static string VersionOf(IEnumerable<Article> articles)
    {
        var text = string.Concat(articles.Select(a => a.Title + a.Html));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
    }
}
