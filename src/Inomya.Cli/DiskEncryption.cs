namespace Inomya.Cli;

/// <summary>Tells, on Linux, whether a folder lies on a device that dm-crypt (LUKS) encrypts.</summary>
internal static class DiskEncryption
{
    /// <summary>Null where it cannot be told: another system, a container's layered disk, a network disk.</summary>
    public static bool? Of(string folder)
    {
        try
        {
            return
                OperatingSystem.IsLinux() && DeviceOf(folder) is { } device && Path.Exists($"/sys/dev/block/{device}")
                ? IsEncrypted($"/sys/dev/block/{device}")
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>"254:1", from the longest mount point that holds the folder.</summary>
    private static string? DeviceOf(string folder)
    {
        return Mounts().Where(m => Holds(m.Point, folder)).OrderBy(m => m.Point.Length).LastOrDefault().Device;
    }

    /// <summary>Fields by proc(5): the 3rd is major:minor, the 5th the mount point with spaces as \040.</summary>
    private static IEnumerable<(string Device, string Point)> Mounts() =>
        File.ReadLines("/proc/self/mountinfo")
            .Select(l => l.Split(' '))
            .Where(f => f.Length > 4)
            .Select(f => (f[2], f[4].Replace("\\040", " ", StringComparison.Ordinal)));

    private static bool Holds(string point, string folder) =>
        point == "/" || folder == point || folder.StartsWith($"{point}/", StringComparison.Ordinal);

    /// <summary>A device is encrypted when it is a dm-crypt one, or when all it is made of are: a volume group on LUKS.</summary>
    private static bool IsEncrypted(string device)
    {
        if (IsCrypt(device))
            return true;
        var below = Path.Combine(device, "slaves");
        var parts = Directory.Exists(below) ? Directory.GetFileSystemEntries(below) : [];
        return parts.Length > 0 && parts.All(p => IsEncrypted($"/sys/class/block/{Path.GetFileName(p)}"));
    }

    private static bool IsCrypt(string device)
    {
        var id = Path.Combine(device, "dm", "uuid");
        return File.Exists(id) && File.ReadAllText(id).StartsWith("CRYPT-", StringComparison.Ordinal);
    }
}
