using System.Collections.Concurrent;
using Inomya.Content;

namespace Inomya.Programmes;

/// <summary>The programmes in each language, read when first asked for.</summary>
public sealed class ProgrammeShelf(ContentFolder content)
{
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<ProgrammeText>>> _read = new(
        StringComparer.Ordinal
    );

    /// <summary>Every programme in this language; a step that it lacks is in English.</summary>
    /// <exception cref="ContentException">A programme or a step cannot be used.</exception>
    public IReadOnlyList<ProgrammeText> In(string language) =>
        _read.GetOrAdd(language, tag => new(() => ProgrammeReader.Read(content, tag))).Value;

    /// <summary>By id; null when there is none.</summary>
    public ProgrammeText? Find(string language, string id) => In(language).FirstOrDefault(p => p.Id == id);
}
