namespace Inomya.Tests.Support;

/// <summary>Finds files of the project from a test that runs somewhere below it.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The source files below a folder, without what builds leave.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory
            .EnumerateFiles(Path(folder), "*", SearchOption.AllDirectories)
            .Where(f =>
                endings.Any(e => f.EndsWith(e, StringComparison.Ordinal))
                && !f.Contains("/obj/", StringComparison.Ordinal)
                && !f.Contains("/bin/", StringComparison.Ordinal)
            );

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Inomya.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("No Inomya.slnx above the tests.");
    }
}
