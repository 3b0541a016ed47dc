namespace Inomya.Journals;

/// <summary>
/// The journal cannot be read or written; nothing was changed. The message names the place and the cause, never a
/// value.
/// </summary>
public sealed class JournalStorageException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>What was to be changed has been changed by someone else meanwhile; nothing was changed.</summary>
public sealed class ChangedMeanwhileException(string message) : Exception(message);
