namespace Inomya.Web.Importing;

/// <summary>How far a file came that is being brought in.</summary>
/// <param name="Read">Bytes of it that were read.</param>
/// <param name="All">Bytes it has.</param>
/// <param name="Left">How much longer reading it takes, from how long it took so far; null while that cannot be told.</param>
/// <param name="IsWriting">All was read, and it is being written down.</param>
public readonly record struct ImportProgress(long Read, long All, TimeSpan? Left, bool IsWriting);
