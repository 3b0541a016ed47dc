using System.Text.Json;
using Inomya.Journals;

namespace Inomya.Web.Importing;

/// <summary>The files that were brought in and are kept as they came: in the data folder, closed to others, until the person deletes them.</summary>
public sealed class KeptFiles(WebSettings settings, TimeProvider time)
{
    private const string Suffix = ".json";

    /// <summary>Null where there is no place to keep anything; then nobody is asked.</summary>
    private readonly string? _folder = settings.KeptFolder;

    /// <summary>Can a file be kept here at all?</summary>
    public bool IsOffered => _folder is not null;

    /// <summary>Those of a person, the newest first.</summary>
    public IReadOnlyList<KeptFile> Of(Guid person) =>
        _folder is null || !Directory.Exists(_folder)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(_folder, $"*{Suffix}")
                    .Select(Read)
                    .OfType<KeptFile>()
                    .Where(k => k.Person == person)
                    .OrderByDescending(k => k.At),
            ];

    /// <summary>The file of a person; null where there is no such one.</summary>
    public Stream? Open(KeptFile file) => File.Exists(PathOf(file.Id)) ? File.OpenRead(PathOf(file.Id)) : null;

    /// <summary>Keeps a file that was taken in; it is not where it was any more.</summary>
    /// <returns>False where nothing can be kept.</returns>
    internal bool Take(string path, FileImport import)
    {
        if (_folder is null)
            return false;
        PrivateFile.CreateFolder(_folder);
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        var file = new KeptFile(import.Id, import.Person, import.File, new FileInfo(path).Length, at);
        File.Move(path, PathOf(import.Id), overwrite: true);
        using var to = PrivateFile.Create(PathOf(import.Id) + Suffix);
        JsonSerializer.Serialize(to, file);
        return true;
    }

    internal void Delete(KeptFile file)
    {
        File.Delete(PathOf(file.Id));
        File.Delete(PathOf(file.Id) + Suffix);
    }

    private string PathOf(Guid id) => Path.Combine(_folder!, $"{id:N}");

    private static KeptFile? Read(string about)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptFile>(File.ReadAllText(about));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
