using Inomya.Content;

namespace Inomya.Tests.Support;

/// <summary>A content folder with one file of the shipped one, in which a fault was put.</summary>
internal sealed class FaultyContent : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("inomya-fault-").FullName;

    /// <param name="file">Path below content/.</param>
    /// <param name="good">What stands there; all of it is replaced.</param>
    public FaultyContent(string file, string good, string bad)
    {
        var text = File.ReadAllText(Path.Combine(new ContentFolder().Path, file));
        Assert.Contains(good, text, StringComparison.Ordinal);
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));
        Content = new ContentFolder(_folder);
    }

    public ContentFolder Content { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
