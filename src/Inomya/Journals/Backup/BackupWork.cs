namespace Inomya.Journals;

/// <summary>
/// The one plain journal file that a backup or a restore works on, removed at the end, also the one a killed process
/// left.
/// </summary>
internal sealed class BackupWork : IDisposable
{
    private const string SnapshotName = "inomya-backup.tmp",
        LockName = "inomya-backup.lock";

    private readonly FileStream _lock;

    private BackupWork(string snapshot, FileStream held) => (Snapshot, _lock) = (snapshot, held);

    /// <summary>Where the file is, or will be: nothing is there yet.</summary>
    public string Snapshot { get; }

    /// <exception cref="BackupException">"under-way": another process is at it in this folder.</exception>
    public static BackupWork In(string folder)
    {
        PrivateFile.CreateFolder(folder);
        var work = new BackupWork(Path.Combine(folder, SnapshotName), Hold(Path.Combine(folder, LockName)));
        work.Clear();
        return work;
    }

    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(
                path,
                FileMode.OpenOrCreate,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new BackupException("under-way", e);
        }
    }

    public void Dispose()
    {
        JournalPlace.InFile(Snapshot).Close();
        Clear();
        _lock.Dispose();
    }

    private void Clear()
    {
        foreach (var part in (string[])["", "-wal", "-shm", "-journal"])
            File.Delete(Snapshot + part);
    }
}
