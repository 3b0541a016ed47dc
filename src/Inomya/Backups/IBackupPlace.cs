namespace Inomya.Backups;

/// <summary>Somewhere copies are kept. What is written to it is sealed already.</summary>
public interface IBackupPlace
{
    /// <summary>As it is shown to the person; without a secret.</summary>
    string Name { get; }

    /// <summary>The whole copies of this installation, in no order. What an upload that broke left is none.</summary>
    /// <exception cref="BackupPlaceException">The place cannot be read.</exception>
    Task<IReadOnlyList<BackupCopy>> CopiesAsync(CancellationToken stop = default);

    /// <summary>Writes a copy; it has its name only once it is whole.</summary>
    /// <exception cref="BackupPlaceException">It could not be written; nothing there is called so.</exception>
    Task PutAsync(string file, string name, CancellationToken stop = default);

    /// <summary>Brings a copy here, in the place of a file that is there.</summary>
    /// <exception cref="BackupPlaceException">It cannot be read.</exception>
    Task FetchAsync(string name, string file, CancellationToken stop = default);

    /// <exception cref="BackupPlaceException">It cannot be removed.</exception>
    Task DeleteAsync(string name, CancellationToken stop = default);
}
