using System.Collections.Concurrent;
using Inomya.Content;

namespace Inomya.Calm;

/// <summary>The practices of the room Calm and what can be listened to: content/calm.</summary>
public sealed class CalmShelf(ContentFolder content)
{
    private const string File = "calm/practices.yaml";

    private readonly Lazy<IReadOnlyList<Practice>> _practices = new(() => content.Read<PracticeList>(File).Practices);
    private readonly ConcurrentDictionary<(string, string), CalmScript> _read = new();

    /// <summary>In the order in which they are shown.</summary>
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public IReadOnlyList<Practice> Practices => _practices.Value;

    /// <summary>By id; null when there is none.</summary>
    public Practice? Find(string id) => Practices.FirstOrDefault(p => p.Id == id);

    /// <summary>What can be listened to in a practice, in this language or else in English.</summary>
    /// <exception cref="ContentException">A script is missing or cannot be used.</exception>
    public IReadOnlyList<CalmScript> Scripts(Practice practice, string language) =>
        [.. practice.Scripts.Select(id => _read.GetOrAdd((id, language), key => Read(key.Item1, key.Item2)))];

    private CalmScript Read(string id, string language)
    {
        var own = content.Files($"calm/{language}", $"{id}.md") is [var file] ? (language, file) : default;
        var (found, path) = own == default ? (Words.Fallback, $"calm/{Words.Fallback}/{id}.md") : own;
        return CalmScriptReader.Read(content, found, path);
    }

    private sealed class PracticeList
    {
        public List<Practice> Practices { get; init; } = [];
    }
}
