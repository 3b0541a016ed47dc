using NodaTime;

namespace Inomya.Backups;

/// <summary>What a place held when it was last looked at.</summary>
/// <param name="Name">As the place is shown.</param>
/// <param name="Newest">Null where it holds no copy.</param>
/// <param name="Bytes">Of all copies together.</param>
public sealed record PlaceState(string Name, int Copies, Instant? Newest, Instant? Oldest, long Bytes, Instant SeenAt)
{
    public static PlaceState Of(IBackupPlace place, IReadOnlyCollection<BackupCopy> copies, Instant seenAt) =>
        new(
            place.Name,
            copies.Count,
            copies.Count == 0 ? null : copies.Max(c => c.MadeAt),
            copies.Count == 0 ? null : copies.Min(c => c.MadeAt),
            copies.Sum(c => c.Bytes),
            seenAt
        );
}
