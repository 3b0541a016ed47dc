using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Inomya.Journals;
using Inomya.Web.Hosting;

namespace Inomya.Web.Importing;

/// <summary>The files that are being brought in, each with what is known of it beside it, readable by their owner alone.</summary>
/// <remarks>They stay until the person dismissed the result: a file that nobody came back for goes only before it was said to bring it in.</remarks>
public sealed class ImportFolder
{
    private const string Suffix = ".json";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly Uploads _uploads;
    private readonly string _folder;
    private readonly ConcurrentDictionary<Guid, FileImport> _all = [];

    public ImportFolder(Uploads uploads)
    {
        _uploads = uploads;
        _folder = uploads.ImportsFolder;
        if (Directory.Exists(_folder))
            foreach (var state in Directory.EnumerateFiles(_folder, $"*{Suffix}"))
                Remember(state);
    }

    /// <summary>Those of a person, the newest first.</summary>
    public IReadOnlyList<FileImport> Of(Guid person) =>
        [.. _all.Values.Where(i => i.Person == person).OrderByDescending(i => i.At)];

    public FileImport? Find(Guid id) => _all.GetValueOrDefault(id);

    /// <summary>Where the file is, also once it is gone.</summary>
    public string FileOf(Guid id) => Path.Combine(_folder, $"{id:N}");

    /// <summary>Those that neither ended nor were put back.</summary>
    internal IReadOnlyList<FileImport> UnderWay => [.. _all.Values.Where(i => i.IsUnderWay).OrderBy(i => i.At)];

    /// <summary>Takes over a file that was sent in and looked at.</summary>
    /// <returns>Is there such a file?</returns>
    /// <exception cref="IOException">The disk is full; the file stays where it was.</exception>
    internal bool Take(Guid upload, FileImport import)
    {
        if (!File.Exists(_uploads.PathOf(upload)))
            return false;
        PrivateFile.CreateFolder(_folder);
        WriteState(import);
        File.Move(_uploads.PathOf(upload), FileOf(import.Id));
        _all[import.Id] = import;
        return true;
    }

    /// <summary>
    /// What is known of it now. A disk that is full keeps it from being written down, not from being known: at the next start
    /// it is begun again, and nothing is written twice.
    /// </summary>
    internal void Write(FileImport import)
    {
        _all[import.Id] = import;
        try
        {
            WriteState(import);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // known until the app ends
        }
    }

    /// <summary>Forgets it, with its file.</summary>
    internal void Delete(Guid id)
    {
        _all.TryRemove(id, out _);
        File.Delete(FileOf(id));
        File.Delete(StateOf(id));
    }

    private string StateOf(Guid id) => FileOf(id) + Suffix;

    /// <summary>Whole or not at all.</summary>
    private void WriteState(FileImport import)
    {
        var half = $"{StateOf(import.Id)}.new";
        using (var to = PrivateFile.Create(half))
        {
            JsonSerializer.Serialize(to, import, Json);
            to.Flush(flushToDisk: true);
        }
        File.Move(half, StateOf(import.Id), overwrite: true);
    }

    private void Remember(string state)
    {
        try
        {
            if (JsonSerializer.Deserialize<FileImport>(File.ReadAllText(state), Json) is { } import)
                _all[import.Id] = import;
        }
        catch (JsonException)
        {
            // of a later version, perhaps: it stays for that one
        }
    }
}
