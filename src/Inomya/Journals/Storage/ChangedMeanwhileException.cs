namespace Inomya.Journals;

/// <summary>What was to be changed has been changed by someone else meanwhile; nothing was changed.</summary>
public sealed class ChangedMeanwhileException(string message) : Exception(message);
