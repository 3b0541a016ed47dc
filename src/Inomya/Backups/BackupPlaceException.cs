namespace Inomya.Backups;

/// <summary>A copy could not be written to a place, or read from it.</summary>
/// <param name="why">Last part of the locale key backup.place.WHY.</param>
/// <param name="place">Which place, as it is shown to the person.</param>
public sealed class BackupPlaceException(string why, string place, Exception? cause = null)
    : Exception($"backup place: {why}", cause)
{
    public string Why { get; } = why;

    public string Place { get; } = place;
}
