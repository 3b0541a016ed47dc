namespace Inomya.SupportPacks;

/// <summary>A folder of packs that others keep, such as content/support in a data folder.</summary>
public static class PackFolder
{
    /// <summary>Below a data folder.</summary>
    public static string In(string dataFolder) => Path.Combine(dataFolder, "content", "support");

    /// <summary>Every file NAME.yaml of the folder, in order of name; none where there is no such folder.</summary>
    /// <param name="folder">Null: none.</param>
    public static async Task<IReadOnlyList<PackReading>> ReadAsync(string? folder, CancellationToken stop)
    {
        if (!Directory.Exists(folder))
            return [];
        if (FilesOf(folder) is not { } files)
            return [PackReader.Unreadable(folder)];
        var readings = new List<PackReading>();
        foreach (var file in files)
            readings.Add(await ReadFileAsync(file, stop));
        return readings;
    }

    /// <summary>Null where the folder may not be looked into.</summary>
    private static IReadOnlyList<string>? FilesOf(string folder)
    {
        try
        {
            return [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<PackReading> ReadFileAsync(string file, CancellationToken stop)
    {
        var name = Path.GetFileName(file);
        try
        {
            // four bytes a character at most: what is longer need not be read to be refused
            if (new FileInfo(file).Length > 4L * PackReader.MostCharacters)
                return new PackReading(name, null, [new PackFault(name, 1, PackProblem.TooLong)]);
            return PackReader.Read(name, await File.ReadAllTextAsync(file, stop));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PackReader.Unreadable(name);
        }
    }
}
