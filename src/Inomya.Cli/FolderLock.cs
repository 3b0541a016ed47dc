using Inomya.Journals;

namespace Inomya.Cli;

/// <summary>
/// One server on a data folder: of two, each would take an answer for the first one that the other has just taken.
/// Gone with the process that holds it, however that ends.
/// </summary>
internal static class FolderLock
{
    private const string FileName = "serve.lock";

    /// <summary>To be held for as long as the folder is served.</summary>
    /// <exception cref="JournalStorageException">Another server has it.</exception>
    public static FileStream Take(string folder)
    {
        PrivateFile.CreateFolder(folder);
        try
        {
            return PrivateFile.Hold(Path.Combine(folder, FileName));
        }
        catch (IOException e)
        {
            throw new JournalStorageException(
                $"Another Inomya serves {folder} already. Use that one, or stop it first: two at once could each take an answer that the other never sees.",
                e
            );
        }
    }
}
