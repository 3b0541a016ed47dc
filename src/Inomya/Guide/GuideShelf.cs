using System.Collections.Concurrent;
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
