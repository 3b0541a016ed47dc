using System.Collections.Concurrent;
using Inomya.Content;

namespace Inomya.Web.Hosting;

/// <summary>The words of each language, read once when first asked for.</summary>
public sealed class Languages(ContentFolder content)
{
    private readonly ConcurrentDictionary<string, Words> _read = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<string>> _all = new(() => Words.Languages(content));

    /// <summary>Tags of the languages there are.</summary>
    public IReadOnlyList<string> All => _all.Value;

    /// <summary>The words of this language; English when there is no such language.</summary>
    public Words In(string language) =>
        _read.GetOrAdd(All.Contains(language) ? language : Words.Fallback, tag => new Words(content, tag));
}
