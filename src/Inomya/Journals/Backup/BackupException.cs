namespace Inomya.Journals;

/// <summary>A backup that cannot be made, opened or restored; nothing was changed.</summary>
/// <param name="why">Last part of the locale key backup.WHY.</param>
public sealed class BackupException(string why, Exception? cause = null) : Exception($"backup: {why}", cause)
{
    public string Why { get; } = why;
}
