namespace Inomya.Backups;

/// <summary>Which disk a folder is on.</summary>
public static class Disks
{
    /// <summary>Are both on one disk, so that they are lost together? As far as this machine tells.</summary>
    public static bool AreOne(string folder, string other) => RootOf(folder) == RootOf(other);

    private static string RootOf(string folder)
    {
        var full = Path.GetFullPath(folder);
        return DriveInfo
            .GetDrives()
            .Select(d => d.Name)
            .Where(name => IsUnder(full, name))
            .DefaultIfEmpty(Path.GetPathRoot(full) ?? "")
            .MaxBy(name => name.Length)!;
    }

    private static bool IsUnder(string folder, string root) =>
        folder == root
        || folder.StartsWith(
            root.EndsWith(Path.DirectorySeparatorChar) ? root : root + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
