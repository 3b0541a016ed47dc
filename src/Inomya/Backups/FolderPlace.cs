using Inomya.Journals;

namespace Inomya.Backups;

/// <summary>A folder: on another disk, a stick, or a drive of the network.</summary>
/// <remarks>
/// It is never made while a backup runs. A drive that is not plugged in leaves an empty folder of the same name on this
/// disk, so the folder is known by a mark that was left in it when it was chosen.
/// </remarks>
public sealed class FolderPlace(string folder, string id) : IBackupPlace
{
    /// <summary>Windows says so in the low half of the error; Linux and macOS by their own number.</summary>
    private const int NoRoomOnWindows = 112,
        NoRoomOnUnix = 28;

    public string Name { get; } = folder;

    private string Mark => Path.Combine(Name, $"inomya-{id}.place");

    /// <summary>Chooses it: leaves the mark, which shows too that it can be written to.</summary>
    /// <exception cref="BackupPlaceException">It is not there, or may not be written to.</exception>
    public void Choose()
    {
        if (!Directory.Exists(Name))
            throw new BackupPlaceException("folder-missing", Name);
        Try(() => File.WriteAllText(Mark, id));
    }

    public Task<IReadOnlyList<BackupCopy>> CopiesAsync(CancellationToken stop = default)
    {
        RefuseIfGone();
        IReadOnlyList<BackupCopy> copies = [];
        Try(() => copies = [.. new DirectoryInfo(Name).EnumerateFiles().Select(CopyOf).OfType<BackupCopy>()]);
        return Task.FromResult(copies);
    }

    private BackupCopy? CopyOf(FileInfo file) =>
        BackupNames.TimeOf(id, file.Name) is { } at ? new BackupCopy(file.Name, at, file.Length) : null;

    public async Task PutAsync(string file, string name, CancellationToken stop = default)
    {
        RefuseIfGone();
        var half = Path.Combine(Name, BackupNames.Half(name));
        try
        {
            Try(DeleteHalves);
            await CopyAsync(file, half, stop);
            File.Move(half, Path.Combine(Name, name), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(half);
            throw new BackupPlaceException(WhyOf(e), Name, e);
        }
    }

    public async Task FetchAsync(string name, string file, CancellationToken stop = default)
    {
        RefuseIfGone();
        try
        {
            await CopyAsync(Path.Combine(Name, name), file, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupPlaceException(WhyOf(e), Name, e);
        }
    }

    public Task DeleteAsync(string name, CancellationToken stop = default)
    {
        Try(() => File.Delete(Path.Combine(Name, name)));
        return Task.CompletedTask;
    }

    private static async Task CopyAsync(string from, string to, CancellationToken stop)
    {
        await using var source = File.OpenRead(from);
        await using var target = PrivateFile.Create(to);
        await source.CopyToAsync(target, stop);
        target.Flush(flushToDisk: true);
    }

    private void RefuseIfGone()
    {
        if (!File.Exists(Mark))
            throw new BackupPlaceException("folder-missing", Name);
    }

    private void DeleteHalves()
    {
        foreach (var file in Directory.EnumerateFiles(Name).Where(f => BackupNames.IsHalf(id, Path.GetFileName(f))))
            File.Delete(file);
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // it is called half, so nobody takes it for a copy
        }
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupPlaceException(WhyOf(e), Name, e);
        }
    }

    private static string WhyOf(Exception e) =>
        e switch
        {
            UnauthorizedAccessException => "folder-closed",
            FileNotFoundException => "copy-missing",
            _ when (e.HResult & 0xFFFF) is NoRoomOnWindows or NoRoomOnUnix => "no-room",
            _ => "folder-failed",
        };
}
