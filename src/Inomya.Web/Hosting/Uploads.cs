using Inomya.Journals;
using Inomya.Web.Accounts;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Hosting;

/// <summary>
/// Files that were sent in, until they were taken in or put back. Each is deleted then, or after a day; those in the
/// system's temporary folder go with the app, since nobody would look for them there.
/// </summary>
/// <param name="request">Tells whose file it is: nobody else's request finds it, whatever its id.</param>
public sealed class Uploads(WebSettings settings, IHttpContextAccessor? request = null) : IDisposable
{
    /// <summary>Larger files are for the command line, which reads them in place: 60 MB.</summary>
    public const long MostBytes = 60L << 20;

    /// <summary>An export of a device is read as it streams; the phone of ten years with a watch gives 200 MB packed.</summary>
    public const long MostExportBytes = 2L << 30;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly string _folder = settings.UploadsFolder
        ?? Path.Combine(Path.GetTempPath(), $"inomya-uploads-{Guid.NewGuid():N}");

    /// <summary>Where files are that the person said to bring in, until the result was dismissed.</summary>
    public string ImportsFolder => Path.Combine(_folder, "imports");

    /// <summary>Keeps a file; the id is the only way back to it.</summary>
    public async Task<Guid> KeepAsync(Stream file, CancellationToken stop = default)
    {
        var id = NewId();
        await using var kept = PrivateFile.Create(PathOf(id));
        await file.CopyToAsync(kept, stop);
        return id;
    }

    /// <summary>The id of a file that is still to be written, at <see cref="PathOf"/>.</summary>
    public Guid NewId()
    {
        PrivateFile.CreateFolder(_folder);
        DeleteOld();
        return Guid.NewGuid();
    }

    /// <summary>Deletes what nobody came back for within a day.</summary>
    public void DeleteOld()
    {
        if (!Directory.Exists(_folder))
            return;
        foreach (var file in Directory.EnumerateFiles(_folder))
            if (File.GetLastWriteTimeUtc(file) < TimeProvider.System.GetUtcNow().UtcDateTime - Kept)
                File.Delete(file);
    }

    /// <summary>The file; null when it is not here any more.</summary>
    public Stream? Open(Guid id) => File.Exists(PathOf(id)) ? File.OpenRead(PathOf(id)) : null;

    public void Delete(Guid id) => File.Delete(PathOf(id));

    /// <summary>Where it is kept, also once it is gone.</summary>
    public string PathOf(Guid id) => Path.Combine(_folder, $"{Whose}{id:N}");

    /// <summary>Nothing where it is for no person, as in a test.</summary>
    private string Whose => SessionCheck.WhoseOf(request?.HttpContext) is { } tag ? $"{tag}-" : "";

    public void Dispose()
    {
        if (settings.UploadsFolder is null && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
