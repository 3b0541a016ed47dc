namespace Inomya.Web.Tests.Support;

/// <summary>Finds folders of the project from a test that runs somewhere below it.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A folder below the root, made when it is not there.</summary>
    public static string Folder(params string[] parts) =>
        Directory.CreateDirectory(Path.Combine([Root, .. parts])).FullName;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Inomya.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("No Inomya.slnx above the tests.");
    }
}
