namespace Inomya.Journals;

/// <summary>An archive that is not taken in; nothing was changed.</summary>
/// <param name="why">Last part of the locale key archive.WHY.</param>
/// <param name="file">The file in it that is wrong, with its line where that is known.</param>
public sealed class ArchiveException(string why, string file, Exception? cause = null)
    : Exception($"archive: {why}: {file}", cause)
{
    public string Why { get; } = why;

    /// <summary>What stands for {file} in that text.</summary>
    public string File { get; } = file;
}
