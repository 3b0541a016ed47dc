using Inomya.Content;

namespace Inomya.Programmes;

/// <summary>One text by language, as a file of content that is the same for all languages holds it.</summary>
public sealed class Texts : Dictionary<string, string>
{
    public Texts()
        : base(StringComparer.Ordinal) { }

    /// <summary>In this language, or in English where it lacks it.</summary>
    public string In(string language) =>
        TryGetValue(language, out var text) ? text : this.GetValueOrDefault(Words.Fallback, "");
}
