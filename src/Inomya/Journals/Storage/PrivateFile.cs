namespace Inomya.Journals;

/// <summary>Files and folders that their owner alone may read, from the moment they exist.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A new file, in the place of one that is there.</summary>
    public static FileStream Create(string file)
    {
        File.Delete(file);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(file, options);
    }

    /// <summary>A file that nobody else can hold at the same time; made where it is not there.</summary>
    /// <exception cref="IOException">Somebody else holds it.</exception>
    public static FileStream Hold(string file)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(file, options);
    }

    /// <summary>A folder; one that is there stays as it is.</summary>
    public static void CreateFolder(string folder)
    {
        if (!OperatingSystem.IsWindows() && !Directory.Exists(folder))
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        else
            Directory.CreateDirectory(folder);
    }

    /// <summary>
    /// Takes away what others may do with these files and folders. What belongs to somebody else stays as it is.
    /// </summary>
    public static void CloseToOthers(IEnumerable<string> paths)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var path in paths.Where(p => IsOpenToOthers(p) == true))
            try
            {
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) & (OwnerOnly | UnixFileMode.UserExecute));
            }
            catch (UnauthorizedAccessException)
            {
                // doctor tells of it
            }
    }

    /// <summary>May anyone but the owner read it? Null where the platform does not say.</summary>
    public static bool? IsOpenToOthers(string path) =>
        OperatingSystem.IsWindows() || !Path.Exists(path)
            ? null
            : (File.GetUnixFileMode(path) & ~(OwnerOnly | UnixFileMode.UserExecute)) != 0;
}
