namespace Inomya.Content;

/// <summary>A file in content/ that cannot be used: names the file and why.</summary>
public sealed class ContentException(string file, string why, Exception? cause = null)
    : Exception($"{file}: {why}", cause)
{
    public string File { get; } = file;
}
