namespace Inomya.Journals;

/// <summary>
/// The journal cannot be read or written; nothing was changed. The message names the place and the cause, never a
/// value.
/// </summary>
public sealed class JournalStorageException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What is the matter, where it is not told by the cause.</summary>
    public StorageTrouble? Trouble { get; init; }
}
