using System.Text.Json;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Inomya.Content;

/// <summary>The folder content/: clinical content and words, read when first asked for and never changed.</summary>
/// <remarks>Every kind of file has a JSON Schema in content/schema; the tests check each file against it.</remarks>
public sealed class ContentFolder
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(HyphenatedNamingConvention.Instance)
        .WithEnumNamingConvention(HyphenatedNamingConvention.Instance)
        .Build();

    /// <param name="path">The folder; without one, the folder shipped beside the program.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public ContentFolder(string? path = null)
    {
        Path = path ?? System.IO.Path.Combine(AppContext.BaseDirectory, "content");
        if (!Directory.Exists(Path))
            throw new DirectoryNotFoundException($"No content folder at {Path}.");
    }

    public string Path { get; }

    /// <summary>Reads one YAML file; keys are written-like-this.</summary>
    /// <param name="name">Path below the folder, such as "vocabulary/measures.yaml".</param>
    /// <exception cref="ContentException">It is missing, is not YAML, or has a key that <typeparamref name="T"/> does not know.</exception>
    public T Read<T>(string name) => ReadText(name, reader => Yaml.Deserialize<T>(reader));

    /// <summary>Reads one JSON file of string values, such as a file of words.</summary>
    /// <exception cref="ContentException">It is missing or is not a JSON object of strings.</exception>
    public Dictionary<string, string> ReadWords(string name) =>
        ReadText(name, reader => JsonSerializer.Deserialize<Dictionary<string, string>>(reader.ReadToEnd()));

    /// <summary>Reads a text that begins with YAML between two lines of "---".</summary>
    /// <exception cref="ContentException">It is missing, has no such beginning, or the YAML cannot be used.</exception>
    public (T Head, string Body) ReadDocument<T>(string name)
    {
        var text = ReadText(name, reader => reader.ReadToEnd().ReplaceLineEndings("\n"));
        var end = EndOfHead(text);
        if (end < 0)
            throw new ContentException(name, "it does not begin with YAML between two lines of ---");
        return (ReadText(name, _ => Yaml.Deserialize<T>(text[4..end])), text[(end + 5)..]);
    }

    private static int EndOfHead(string text) =>
        text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", StringComparison.Ordinal) : -1;

    /// <summary>The files of one kind, by path below the folder, in order of name.</summary>
    /// <param name="folder">Such as "locales/en".</param>
    public IReadOnlyList<string> Files(string folder, string pattern) =>
        Directory.Exists(System.IO.Path.Combine(Path, folder))
            ?
            [
                .. Directory
                    .EnumerateFiles(System.IO.Path.Combine(Path, folder), pattern, SearchOption.AllDirectories)
                    .Select(f => System.IO.Path.GetRelativePath(Path, f).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    private T ReadText<T>(string name, Func<StreamReader, T?> read)
    {
        try
        {
            using var reader = File.OpenText(System.IO.Path.Combine(Path, name));
            return read(reader) ?? throw new ContentException(name, "the file is empty");
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw new ContentException(name, $"line {e.Start.Line}: {(e.InnerException ?? e).Message}", e);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new ContentException(name, e.Message, e);
        }
    }
}
