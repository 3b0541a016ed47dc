using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Inomya.Content;

namespace Inomya.Guide;

/// <summary>The guide in each language, read when first asked for.</summary>
public sealed class GuideShelf(ContentFolder content)
{
    private readonly ConcurrentDictionary<string, Lazy<GuideBook>> _read = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, string>> _tools = new(() =>
        content.Read<Dictionary<string, string>>("guide/tools.yaml")
    );

    /// <summary>The guide in this language; an article that it lacks is in English.</summary>
    /// <exception cref="ContentException">An article cannot be used.</exception>
    public GuideBook In(string language) =>
        _read.GetOrAdd(language, tag => new(() => new GuideBook(content, tag))).Value;

    /// <summary>Addresses of the tools of this app by id. A tool may be named here before its page is there.</summary>
    public IReadOnlyDictionary<string, string> Tools => _tools.Value;
}

/// <summary>The articles of the guide in one language.</summary>
public sealed class GuideBook
{
    private readonly Dictionary<string, Article> _byId;
    private readonly GuideSearch _search;

    /// <exception cref="ContentException">An article cannot be used.</exception>
    public GuideBook(ContentFolder content, string language)
    {
        var translated = content
            .Files($"guide/{language}", "*.md")
            .ToDictionary(f => Path.GetFileName(f)!, StringComparer.Ordinal);
        Articles =
        [
            .. content
                .Files($"guide/{Words.Fallback}", "*.md")
                .Select(file =>
                    translated.TryGetValue(Path.GetFileName(file), out var own)
                        ? ArticleReader.Read(content, language, own)
                        : ArticleReader.Read(content, Words.Fallback, file)
                ),
        ];
        _byId = Articles.ToDictionary(a => a.Id, StringComparer.Ordinal);
        _search = new GuideSearch(Articles);
        Version = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Articles.Select(a => a.Title + a.Html))))
        )[..10];
    }

    /// <summary>In order of file name.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>Changes when any article does.</summary>
    public string Version { get; }

    /// <summary>By id; null when there is none.</summary>
    public Article? Find(string id) => _byId.GetValueOrDefault(id);

    /// <inheritdoc cref="GuideSearch.Find"/>
    public IReadOnlyList<Found> Search(string? query, int most = 10) => _search.Find(query, most);
}
